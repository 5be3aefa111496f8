package org.yinxin.hall.application;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;

/**
 * How many cases stand at which gate. The tables' own triggers add rows to the tally in the transaction that moves a
 * gate, whoever moves it; nobody waits for a common counter. A job folds them.
 */
@Repository
class GateTally {

    private final JdbcClient jdbc;

    GateTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open ones by gate; of one plan, or of all. */
    Map<GateCode, Long> open(@Nullable PlanCode plan) {
        Map<GateCode, Long> open = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT gate, sum(cases) AS cases FROM application_gate_tally
                         WHERE CAST(:plan AS text) IS NULL OR plan = :plan
                         GROUP BY gate HAVING sum(cases) > 0
                        """)
                .param("plan", plan == null ? null : plan.text())
                .query(
                        row -> {
                            open.put(new GateCode(row.getString("gate")), row.getLong("cases"));
                        });
        return open;
    }

    void fold() {
        jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM application_gate_tally
                             WHERE (plan, gate) IN (SELECT plan, gate FROM application_gate_tally
                                                     GROUP BY plan, gate HAVING count(*) > 1)
                            RETURNING *
                        )
                        INSERT INTO application_gate_tally (plan, gate, cases)
                        SELECT plan, gate, sum(cases) FROM gone GROUP BY plan, gate
                        """)
                .update();
    }
}
