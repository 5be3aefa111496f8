package org.yinxin.hall.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.application.Applications.Step;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.Gates;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.reference.CaseNumber;

/** The rows of gates and of their history. */
@Repository
class GateRows {

    /**
     * The stored gates of one application.
     *
     * @param states where each stands
     * @param reopenings what each becomes when it is reopened
     */
    record StoredGates(Map<GateCode, GateState> states, Map<GateCode, GateState> reopenings) {}

    private final JdbcClient jdbc;
    private final GateColumns columns;

    GateRows(JdbcClient jdbc, GateColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    void add(Application opened, Instant at) {
        opened.gates().codes().forEach(gate -> write(opened, gate, at));
    }

    void change(Gates before, Application after, Instant at) {
        Gates now = after.gates();
        for (GateCode gate : now.codes()) {
            if (!before.state(gate).equals(now.state(gate))
                    || !before.reopening(gate).equals(now.reopening(gate))) {
                write(after, gate, at);
            }
        }
    }

    private void write(Application application, GateCode gate, Instant at) {
        Gates gates = application.gates();
        Map<String, @Nullable Object> values =
                columns.values(gates.state(gate), gates.reopening(gate));
        values.put("number", application.number().text());
        values.put("plan", application.plan().code().text());
        values.put("gate", gate.text());
        values.put("since", GateColumns.utc(at));
        jdbc.sql(
                        """
                        INSERT INTO application_gate AS was (number, plan, gate, state, since, at, by, evidence,
                                                             reopening, returned_at, returned_by, reasons)
                        VALUES (:number, :plan, :gate, :state, :since, :at, :by, :evidence,
                                :reopening, :returned_at, :returned_by, :reasons)
                        ON CONFLICT (number, gate) DO UPDATE
                           SET state = excluded.state,
                               since = CASE WHEN was.state = excluded.state THEN was.since
                                            ELSE excluded.since END,
                               at = excluded.at, by = excluded.by,
                               evidence = excluded.evidence, reopening = excluded.reopening,
                               returned_at = excluded.returned_at,
                               returned_by = excluded.returned_by, reasons = excluded.reasons
                        """)
                .params(values)
                .update();
    }

    Map<String, StoredGates> of(Collection<String> numbers) {
        Map<String, StoredGates> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT number, gate, state, at, by, evidence,
                               reopening, returned_at, returned_by, reasons
                          FROM application_gate
                         WHERE number = ANY (:numbers)
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query(
                        row -> {
                            StoredGates gates =
                                    found.computeIfAbsent(
                                            row.getString("number"),
                                            _ -> new StoredGates(new HashMap<>(), new HashMap<>()));
                            GateCode gate = new GateCode(row.getString("gate"));
                            gates.states().put(gate, columns.state(row));
                            gates.reopenings().put(gate, columns.reopening(row));
                        });
        return found;
    }

    void record(CaseNumber number, List<GateChange> changes, Instant at, String by) {
        for (GateChange change : changes) {
            Map<String, @Nullable Object> values = columns.values(change.became());
            values.put("number", number.text());
            values.put("gate", change.gate().text());
            values.put("was", GateColumns.name(change.was()));
            values.put("at", GateColumns.utc(at));
            values.put("by", by);
            jdbc.sql(
                            """
                            INSERT INTO application_gate_history
                                   (number, position, gate, was, became, at, by, evidence, reasons)
                            SELECT :number, coalesce(max(position), 0) + 1, :gate, :was, :state,
                                   :at, :by, :evidence, :reasons
                              FROM application_gate_history
                             WHERE number = :number
                            """)
                    .params(values)
                    .update();
        }
    }

    List<Step> history(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT gate, became, at, by, evidence
                          FROM application_gate_history
                         WHERE number = :number
                         ORDER BY position
                        """)
                .param("number", number.text())
                .query(
                        (row, _) ->
                                new Step(
                                        new GateCode(row.getString("gate")),
                                        row.getString("became"),
                                        GateColumns.instant(row, "at"),
                                        row.getString("by"),
                                        row.getString("evidence")))
                .list();
    }
}
