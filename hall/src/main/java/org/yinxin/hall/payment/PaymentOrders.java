package org.yinxin.hall.payment;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/** The orders and their lines. */
@Repository
class PaymentOrders {

    private static final String COLUMNS =
            """
            SELECT o.id, o.case_number, o.gate, o.unpaid_days, o.overdue_at, o.payer, o.title_zh, o.title_en, o.channels, o.placed_at, o.state,
                   o.settled_at, o.channel, o.transaction, o.closed_at, o.close_reason,
                   ARRAY(SELECT label_zh FROM payment_line l WHERE l.order_id = o.id ORDER BY position) AS lines_zh,
                   ARRAY(SELECT label_en FROM payment_line l WHERE l.order_id = o.id ORDER BY position) AS lines_en,
                   ARRAY(SELECT amount FROM payment_line l WHERE l.order_id = o.id ORDER BY position) AS amounts,
                   EXISTS (SELECT 1 FROM payment_concern c WHERE c.order_id = o.id AND c.resolved_at IS NULL) AS concerned
              FROM payment_order o
            """;

    private final JdbcClient jdbc;

    PaymentOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PaymentOrder> find(OrderId id) {
        return jdbc.sql(COLUMNS + " WHERE o.id = :id")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Many at once. */
    Map<OrderId, PaymentOrder> all(Collection<OrderId> ids) {
        return jdbc
                .sql(COLUMNS + " WHERE o.id = ANY (:ids)")
                .param("ids", ids.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, _) -> read(row))
                .stream()
                .collect(Collectors.toMap(PaymentOrder::id, Function.identity()));
    }

    /** Reads an order and keeps everybody else from changing it until the transaction ends. */
    Optional<PaymentOrder> lock(OrderId id) {
        return jdbc.sql(COLUMNS + " WHERE o.id = :id FOR UPDATE OF o")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Every order of a case, locked in one order always. */
    List<PaymentOrder> lockAll(CaseNumber number) {
        return jdbc.sql(COLUMNS + " WHERE o.case_number = :case ORDER BY o.id FOR UPDATE OF o")
                .param("case", number.text())
                .query((row, _) -> read(row))
                .list();
    }

    /** The one order of a gate that is not closed. */
    Optional<PaymentOrder> lockLive(CaseNumber number, GateCode gate) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE o.case_number = :case AND o.gate = :gate AND o.state <> 'CLOSED'
                                   FOR UPDATE OF o""")
                .param("case", number.text())
                .param("gate", gate.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The live order of a case, or else the one closed last. */
    Optional<PaymentOrder> newest(CaseNumber number) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE o.case_number = :case
                                 ORDER BY o.state = 'CLOSED', o.ordinal DESC LIMIT 1""")
                .param("case", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The live order of a gate, or else the one closed last. */
    Optional<PaymentOrder> newest(CaseNumber number, GateCode gate) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE o.case_number = :case AND o.gate = :gate
                                 ORDER BY o.state = 'CLOSED', o.ordinal DESC LIMIT 1""")
                .param("case", number.text())
                .param("gate", gate.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The unpaid orders whose time is over, the longest overdue first. */
    List<OrderId> overdue(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM payment_order
                         WHERE state = 'UNPAID' AND overdue_at <= :now
                         ORDER BY overdue_at, id LIMIT :limit
                        """)
                .param("now", Times.toColumn(now))
                .param("limit", limit)
                .query((row, _) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Whether this payment has paid an order, or came and fits none. */
    boolean knows(ChannelCode channel, String transaction) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM payment_order
                                        WHERE channel = :channel AND transaction = :transaction)
                            OR EXISTS (SELECT 1 FROM payment_concern
                                        WHERE channel = :channel AND transaction = :transaction)
                        """)
                .param("channel", channel.text())
                .param("transaction", transaction)
                .query(Boolean.class)
                .single();
    }

    /** Adds an unpaid order; false when the case got a live one at the same moment. */
    boolean add(PaymentOrder order) {
        Instant overdueAt = order.overdueAt();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO payment_order (id, case_number, gate, payer, title_zh, title_en, channels,
                                                           amount, placed_at, state, unpaid_days, overdue_at)
                                VALUES (:id, :case, :gate, :payer, :zh, :en, string_to_array(:channels, ','),
                                        :amount, :at, 'UNPAID', :days, :overdue)
                                ON CONFLICT (case_number, gate) WHERE state <> 'CLOSED' DO NOTHING
                                """)
                        .param("id", order.id().value())
                        .param("case", order.caseNumber().text())
                        .param("gate", order.request().gate().text())
                        .param("days", order.request().unpaidDays())
                        .param("overdue", overdueAt == null ? null : Times.toColumn(overdueAt))
                        .param("payer", order.payer().value())
                        .param("zh", order.title().zh())
                        .param("en", order.title().en())
                        .param("channels", joined(order.request().channels()))
                        .param("amount", order.amount().fen())
                        .param("at", Times.toColumn(order.placedAt()))
                        .update();
        if (added == 0) {
            return false;
        }
        List<OrderLine> lines = order.lines();
        for (int position = 0; position < lines.size(); position++) {
            OrderLine line = lines.get(position);
            jdbc.sql(
                            """
                            INSERT INTO payment_line (order_id, position, label_zh, label_en, amount)
                            VALUES (:id, :position, :zh, :en, :amount)
                            """)
                    .param("id", order.id().value())
                    .param("position", position)
                    .param("zh", line.label().zh())
                    .param("en", line.label().en())
                    .param("amount", line.amount().fen())
                    .update();
        }
        return true;
    }

    /** Ends the life of an unpaid order that the caller has locked. */
    void end(OrderId id, OrderState state) {
        int changed =
                switch (state) {
                    case OrderState.Settled settled ->
                            jdbc.sql(
                                            """
                                            UPDATE payment_order SET state = 'SETTLED', settled_at = :at,
                                                   channel = :channel, transaction = :transaction
                                             WHERE id = :id AND state = 'UNPAID'
                                            """)
                                    .param("id", id.value())
                                    .param("at", Times.toColumn(settled.at()))
                                    .param("channel", settled.channel().text())
                                    .param("transaction", settled.transaction())
                                    .update();
                    case OrderState.Closed closed ->
                            jdbc.sql(
                                            """
                                            UPDATE payment_order SET state = 'CLOSED', closed_at = :at,
                                                   close_reason = :reason
                                             WHERE id = :id AND state = 'UNPAID'
                                            """)
                                    .param("id", id.value())
                                    .param("at", Times.toColumn(closed.at()))
                                    .param("reason", closed.reason().name())
                                    .update();
                    case OrderState.Unpaid _ -> 0;
                };
        if (changed != 1) {
            throw new IllegalStateException("order " + id + " is not unpaid");
        }
    }

    private static PaymentOrder read(ResultSet row) throws SQLException {
        OrderId id = new OrderId(row.getObject("id", UUID.class));
        OrderRequest request =
                new OrderRequest(
                        new CaseNumber(row.getString("case_number")),
                        new GateCode(row.getString("gate")),
                        new AccountId(row.getObject("payer", UUID.class)),
                        new Words(row.getString("title_zh"), row.getString("title_en")),
                        lines(row),
                        channels(row.getArray("channels")),
                        row.getObject("unpaid_days", Integer.class));
        OrderState state =
                switch (row.getString("state")) {
                    case "SETTLED" ->
                            new OrderState.Settled(
                                    Times.ofColumn(row, "settled_at"),
                                    new ChannelCode(row.getString("channel")),
                                    row.getString("transaction"));
                    case "CLOSED" ->
                            new OrderState.Closed(
                                    Times.ofColumn(row, "closed_at"),
                                    OrderState.CloseReason.valueOf(row.getString("close_reason")));
                    default -> new OrderState.Unpaid();
                };
        return new PaymentOrder(
                id,
                request,
                Times.ofColumn(row, "placed_at"),
                request.unpaidDays() == null ? null : Times.ofColumn(row, "overdue_at"),
                state,
                row.getBoolean("concerned"));
    }

    private static List<OrderLine> lines(ResultSet row) throws SQLException {
        String[] zh = (String[]) row.getArray("lines_zh").getArray();
        String[] en = (String[]) row.getArray("lines_en").getArray();
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        return IntStream.range(0, zh.length)
                .mapToObj(at -> new OrderLine(new Words(zh[at], en[at]), new Money(amounts[at])))
                .toList();
    }

    private static List<ChannelCode> channels(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(ChannelCode::new).toList();
    }

    private static String joined(List<ChannelCode> channels) {
        return channels.stream().map(ChannelCode::text).collect(joining(","));
    }
}
