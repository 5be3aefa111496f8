package org.yinxin.hall.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.reference.CaseNumber;

/** Deliveries in PostgreSQL. */
@Repository
class Deliveries {

    private static final String COLUMNS =
            """
            SELECT case_number, gate, state, ways, wanted, due_at,
                   way, carrier, tracking_number, handed_over_at, handed_over_by
              FROM delivery
            """;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes it due; what was handed over stays so. */
    void due(CaseNumber number, GateCode gate, Set<Way> ways, @Nullable Way wanted, Instant at) {
        Map<String, @Nullable Object> values = key(number, gate);
        values.put("ways", ways.stream().sorted().map(Way::name).toArray(String[]::new));
        values.put("wanted", wanted == null ? null : wanted.name());
        values.put("at", utc(at));
        jdbc.sql(
                        """
                        INSERT INTO delivery (case_number, gate, state, ways, wanted, due_at)
                        VALUES (:number, :gate, 'DUE', :ways, :wanted, :at)
                        ON CONFLICT (case_number, gate) DO UPDATE
                           SET state = 'DUE', ways = excluded.ways, wanted = excluded.wanted,
                               due_at = excluded.due_at
                         WHERE delivery.state = 'WITHDRAWN'
                        """)
                .params(values)
                .update();
    }

    /** Whether it was due and is not any more. */
    boolean withdraw(CaseNumber number, GateCode gate) {
        return jdbc.sql(
                                """
                                UPDATE delivery SET state = 'WITHDRAWN'
                                 WHERE case_number = :number AND gate = :gate AND state = 'DUE'
                                """)
                        .params(key(number, gate))
                        .update()
                == 1;
    }

    void handedOver(Delivery delivery, DeliveryState.Done done) {
        Map<String, @Nullable Object> values = key(delivery.number(), delivery.gate());
        values.put("way", done.handover().way().name());
        values.put("carrier", null);
        values.put("tracking", null);
        if (done.handover() instanceof Handover.Sent(_, String carrier, TrackingNumber number)) {
            values.put("carrier", carrier);
            values.put("tracking", number.text());
        }
        values.put("at", utc(done.at()));
        values.put("by", done.by());
        jdbc.sql(
                        """
                        UPDATE delivery
                           SET state = 'HANDED_OVER', way = :way, carrier = :carrier,
                               tracking_number = :tracking, handed_over_at = :at,
                               handed_over_by = :by
                         WHERE case_number = :number AND gate = :gate
                        """)
                .params(values)
                .update();
    }

    /** Keeps what stood there before a correction. */
    void corrected(Delivery delivery, Handover.Sent before, Instant at, String by) {
        jdbc.sql(
                        """
                        INSERT INTO delivery_correction
                               (case_number, gate, at, by, carrier, tracking_number)
                        VALUES (:number, :gate, :at, :by, :carrier, :tracking)
                        """)
                .params(key(delivery.number(), delivery.gate()))
                .param("at", utc(at))
                .param("by", by)
                .param("carrier", before.carrier())
                .param("tracking", before.trackingNumber().text())
                .update();
    }

    Optional<Delivery> find(CaseNumber number, GateCode gate) {
        return jdbc.sql(COLUMNS + " WHERE case_number = :number AND gate = :gate")
                .params(key(number, gate))
                .query(Deliveries::row)
                .optional();
    }

    /** Finds it and keeps everybody else from changing it until the transaction ends. */
    Optional<Delivery> hold(CaseNumber number, GateCode gate) {
        return jdbc.sql(COLUMNS + " WHERE case_number = :number AND gate = :gate FOR UPDATE")
                .params(key(number, gate))
                .query(Deliveries::row)
                .optional();
    }

    /** Longest waiting first, from behind another one, which may have been handed over since. */
    List<Delivery> waiting(@Nullable CaseNumber number, @Nullable GateCode gate, int atMost) {
        String behind =
                """
                 AND (due_at, case_number, gate) > (SELECT due_at, case_number, gate FROM delivery
                                                     WHERE case_number = :number AND gate = :gate)
                """;
        String order = " ORDER BY due_at, case_number, gate LIMIT " + atMost;
        return (number == null || gate == null
                        ? jdbc.sql(COLUMNS + " WHERE state = 'DUE'" + order)
                        : jdbc.sql(COLUMNS + " WHERE state = 'DUE'" + behind + order)
                                .params(key(number, gate)))
                .query(Deliveries::row)
                .list();
    }

    /** What was handed over last comes first. */
    List<Delivery> handedOver(int atMost) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE state = 'HANDED_OVER' ORDER BY handed_over_at DESC LIMIT :most")
                .param("most", atMost)
                .query(Deliveries::row)
                .list();
    }

    List<Delivery> handedOver(CaseNumber number) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE case_number = :number AND state = 'HANDED_OVER'
                                 ORDER BY handed_over_at, gate
                                """)
                .param("number", number.text())
                .query(Deliveries::row)
                .list();
    }

    private static Map<String, @Nullable Object> key(CaseNumber number, GateCode gate) {
        Map<String, @Nullable Object> key = new HashMap<>();
        key.put("number", number.text());
        key.put("gate", gate.text());
        return key;
    }

    private static Delivery row(ResultSet row, int index) throws SQLException {
        String wanted = row.getString("wanted");
        return new Delivery(
                new CaseNumber(row.getString("case_number")),
                new GateCode(row.getString("gate")),
                Arrays.stream((String[]) row.getArray("ways").getArray())
                        .map(Way::valueOf)
                        .collect(Collectors.toSet()),
                wanted == null ? null : Way.valueOf(wanted),
                instant(row, "due_at"),
                state(row));
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "DUE" -> new DeliveryState.Due();
            case "WITHDRAWN" -> new DeliveryState.Withdrawn();
            case "HANDED_OVER" ->
                    new DeliveryState.Done(
                            handover(row),
                            instant(row, "handed_over_at"),
                            row.getString("handed_over_by"));
            default -> throw new IllegalStateException("not a delivery's state: " + state);
        };
    }

    private static Handover handover(ResultSet row) throws SQLException {
        Way way = Way.valueOf(row.getString("way"));
        return way == Way.PICKUP
                ? new Handover.Collected()
                : new Handover.Sent(
                        way,
                        row.getString("carrier"),
                        new TrackingNumber(row.getString("tracking_number")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
