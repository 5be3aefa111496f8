package org.yinxin.hall.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.RefundNumber;

/** The payments that go back. */
@Repository
class PaymentRefunds {

    private static final String COLUMNS =
            """
            SELECT id, order_id, channel, attempt, transaction, amount, reason, intended_at, number, state,
                   reference, fault, used_up, ended_at, recorded_by
              FROM payment_refund
            """;

    private final JdbcClient jdbc;

    PaymentRefunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an intent; false when this payment goes back, or went back, already. */
    boolean add(Refund refund, Instant checkAt) {
        AttemptNumber attempt = refund.attempt();
        return jdbc.sql(
                                """
                                INSERT INTO payment_refund (id, order_id, channel, attempt, transaction, amount, reason,
                                                            intended_at, number, state, check_at)
                                VALUES (:id, :order, :channel, :attempt, :transaction, :amount, :reason,
                                        :at, :number, :state, :check)
                                ON CONFLICT (channel, transaction) DO NOTHING
                                """)
                        .param("id", refund.id().value())
                        .param("order", refund.order().value())
                        .param("channel", refund.channel().text())
                        .param("attempt", attempt == null ? null : attempt.text())
                        .param("transaction", refund.transaction())
                        .param("amount", refund.amount().fen())
                        .param("reason", refund.reason().name())
                        .param("at", Times.toColumn(refund.intendedAt()))
                        .param("number", refund.number().text())
                        .param("state", refund.state().code())
                        .param("check", Times.toColumn(checkAt))
                        .update()
                == 1;
    }

    Optional<Refund> find(RefundId id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Reads a refund and keeps everybody else from changing it until the transaction ends. */
    Optional<Refund> lock(RefundId id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<Refund> lock(RefundNumber number) {
        return jdbc.sql(COLUMNS + " WHERE number = :number FOR UPDATE")
                .param("number", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The refunds of an order, oldest first. */
    List<Refund> of(OrderId order) {
        return jdbc.sql(COLUMNS + " WHERE order_id = :order ORDER BY intended_at, id")
                .param("order", order.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** The refunds of many orders, oldest first. */
    Map<OrderId, List<Refund>> of(Collection<OrderId> orders) {
        return jdbc
                .sql(COLUMNS + " WHERE order_id = ANY (:orders) ORDER BY intended_at, id")
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, _) -> read(row))
                .stream()
                .collect(Collectors.groupingBy(Refund::order));
    }

    /** What waits for a finance officer, the longest waiting first. */
    List<Refund> forPersons(int limit) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE state IN ('BY_HAND', 'FAILED') ORDER BY intended_at LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** The refunds that the channel should be asked for or about, the longest waiting first. */
    List<RefundId> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM payment_refund
                         WHERE state IN ('INTENDED', 'PROCESSING') AND check_at <= :now
                         ORDER BY check_at LIMIT :limit
                        """)
                .param("now", Times.toColumn(now))
                .param("limit", limit)
                .query((row, _) -> new RefundId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Takes the right to talk to the channel about a refund now, so that no other node does too. */
    boolean claim(RefundId id, Instant now, Instant nextCheck) {
        return jdbc.sql(
                                """
                                UPDATE payment_refund SET asked_at = :now, check_at = :next
                                 WHERE id = :id AND state IN ('INTENDED', 'PROCESSING') AND check_at <= :now
                                """)
                        .param("id", id.value())
                        .param("now", Times.toColumn(now))
                        .param("next", Times.toColumn(nextCheck))
                        .update()
                == 1;
    }

    /** Changes a refund that the caller has locked. */
    void change(RefundId id, RefundNumber number, RefundState state, Instant checkAt) {
        String reference =
                switch (state) {
                    case RefundState.Processing(String own) -> own;
                    case RefundState.Done done -> done.reference();
                    case RefundState.Intended _, RefundState.ByHand _, RefundState.Failed _ -> null;
                };
        RefundState.Done done = state instanceof RefundState.Done d ? d : null;
        RefundState.Failed failed = state instanceof RefundState.Failed f ? f : null;
        jdbc.sql(
                        """
                        UPDATE payment_refund
                           SET number = :number, state = :state, reference = coalesce(:reference, reference),
                               fault = :fault, used_up = :usedUp, ended_at = :ended, recorded_by = :by,
                               check_at = :check
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .param("number", number.text())
                .param("state", state.code())
                .param("reference", reference)
                .param("fault", failed == null ? null : failed.fault())
                .param("usedUp", failed != null && failed.usedUp())
                .param("ended", done == null ? null : Times.toColumn(done.at()))
                .param("by", done == null ? null : done.by())
                .param("check", Times.toColumn(checkAt))
                .update();
    }

    private static Refund read(ResultSet row) throws SQLException {
        String attempt = row.getString("attempt");
        return new Refund(
                new RefundId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new ChannelCode(row.getString("channel")),
                attempt == null ? null : new AttemptNumber(attempt),
                row.getString("transaction"),
                new Money(row.getLong("amount")),
                RefundReason.valueOf(row.getString("reason")),
                Times.ofColumn(row, "intended_at"),
                new RefundNumber(row.getString("number")),
                state(row));
    }

    private static RefundState state(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("recorded_by");
        return switch (row.getString("state")) {
            case "PROCESSING" -> new RefundState.Processing(row.getString("reference"));
            case "BY_HAND" -> new RefundState.ByHand();
            case "DONE" ->
                    new RefundState.Done(
                            Times.ofColumn(row, "ended_at"), row.getString("reference"), by);
            case "FAILED" ->
                    new RefundState.Failed(row.getString("fault"), row.getBoolean("used_up"));
            default -> new RefundState.Intended();
        };
    }
}
