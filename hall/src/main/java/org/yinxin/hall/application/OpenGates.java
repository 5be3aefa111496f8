package org.yinxin.hall.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;

/** Which cases stand at an open gate. Each list is walked in an index from a place in it and never sorted whole. */
@Repository
class OpenGates {

    private final JdbcClient jdbc;

    OpenGates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One gate of one plan. */
    record OfPlan(PlanCode plan, GateCode gate) {}

    /** Cases at a gate in the order of their numbers, from behind {@code after}. */
    List<CaseNumber> at(GateCode gate, @Nullable PlanCode plan, String after, int rows) {
        JdbcClient.StatementSpec statement =
                plan == null
                        ? jdbc.sql(
                                """
                                SELECT number FROM application_gate
                                 WHERE state = 'OPEN' AND gate = :gate AND number > :after
                                 ORDER BY number LIMIT :rows
                                """)
                        : jdbc.sql(
                                        """
                                        SELECT number FROM application_gate
                                         WHERE state = 'OPEN' AND plan = :plan AND gate = :gate AND number > :after
                                         ORDER BY number LIMIT :rows
                                        """)
                                .param("plan", plan.text());
        return statement
                .params(Map.of("gate", gate.text(), "after", after, "rows", rows))
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Cases at any of these gates, the longest waiting first, from behind a place. */
    List<Place> waiting(Collection<OfPlan> gates, Place after, int rows) {
        return jdbc.sql(
                        """
                        SELECT one.since, one.number
                          FROM unnest(:plans, :gates) AS asked (plan, gate)
                         CROSS JOIN LATERAL (SELECT since, number FROM application_gate AS g
                                              WHERE g.state = 'OPEN' AND g.plan = asked.plan AND g.gate = asked.gate
                                                AND (since, number) > (:since, :number)
                                              ORDER BY since, number LIMIT :rows) AS one
                         ORDER BY one.since, one.number LIMIT :rows
                        """)
                .param("plans", gates.stream().map(it -> it.plan().text()).toArray(String[]::new))
                .param("gates", gates.stream().map(it -> it.gate().text()).toArray(String[]::new))
                .param("since", GateColumns.utc(after.since()))
                .param("number", after.number().text())
                .param("rows", rows)
                .query(
                        (row, _) ->
                                new Place(
                                        GateColumns.instant(row, "since"),
                                        new CaseNumber(row.getString("number"))))
                .list();
    }
}
