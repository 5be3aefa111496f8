package org.yinxin.hall.certificate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts issued pairs by day. The ledger's trigger keeps the tally in the transaction that writes a pair down. */
@Component
public class CountCertificates {

    private final JdbcClient jdbc;

    CountCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pairs by day of Asia/Shanghai, from a day on; days without any are left out. */
    public Map<LocalDate, Long> pairsSince(LocalDate day) {
        Map<LocalDate, Long> pairs = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT day, sum(pairs) AS pairs FROM certificate_tally
                         WHERE day >= :day GROUP BY day
                        """)
                .param("day", day)
                .query(
                        row -> {
                            pairs.put(row.getObject("day", LocalDate.class), row.getLong("pairs"));
                        });
        return pairs;
    }

    void fold() {
        jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM certificate_tally
                             WHERE day IN (SELECT day FROM certificate_tally GROUP BY day HAVING count(*) > 1)
                            RETURNING *
                        )
                        INSERT INTO certificate_tally (day, pairs) SELECT day, sum(pairs) FROM gone GROUP BY day
                        """)
                .update();
    }
}
