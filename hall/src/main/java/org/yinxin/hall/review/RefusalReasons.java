package org.yinxin.hall.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.catalogue.Words;

/**
 * For which reasons cases were refused: one narrow row for each, to find them by, and a tally by day. A tally is kept
 * by adding rows in the transaction of the fact, so that nobody waits for a common counter, and is folded now and then.
 */
@Repository
class RefusalReasons {

    private final JdbcClient jdbc;

    RefusalReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ReviewCase refused, ReviewRound round, Decision.Refuse decision, Instant at) {
        List<Reason> given =
                decision.reasons().stream()
                        .map(ItemReason::reason)
                        .distinct()
                        .flatMap(code -> round.reason(code).stream())
                        .toList();
        for (Reason reason : given) {
            jdbc.sql(
                            """
                            WITH told AS (
                                INSERT INTO review_refusal (number, reason, refused_at)
                                VALUES (:number, :reason, :at)
                            )
                            INSERT INTO review_refusal_tally (day, plan, reason, words_zh, words_en, cases)
                            VALUES ((:at AT TIME ZONE 'Asia/Shanghai')::date, :plan, :reason, :zh, :en, 1)
                            """)
                    .param("number", refused.number().text())
                    .param("reason", reason.code())
                    .param("plan", refused.plan().text())
                    .param("at", Timestamp.from(at))
                    .param("zh", reason.words().zh())
                    .param("en", reason.words().en())
                    .update();
        }
    }

    /** The most frequent first. */
    List<RefusedFor> since(LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT reason, max(words_zh) AS zh, max(words_en) AS en, sum(cases) AS cases
                          FROM review_refusal_tally WHERE day >= :day
                         GROUP BY reason ORDER BY cases DESC, reason LIMIT 20
                        """)
                .param("day", day)
                .query(
                        (row, _) ->
                                new RefusedFor(
                                        row.getString("reason"),
                                        new Words(row.getString("zh"), row.getString("en")),
                                        row.getLong("cases")))
                .list();
    }

    /** Puts together what was added to the tally row by row. */
    void fold() {
        jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM review_refusal_tally
                             WHERE (day, plan, reason) IN (SELECT day, plan, reason
                                                             FROM review_refusal_tally
                                                            GROUP BY day, plan, reason
                                                           HAVING count(*) > 1)
                            RETURNING *
                        )
                        INSERT INTO review_refusal_tally (day, plan, reason, words_zh, words_en, cases)
                        SELECT day, plan, reason, max(words_zh), max(words_en), sum(cases)
                          FROM gone GROUP BY day, plan, reason
                        """)
                .update();
    }
}
