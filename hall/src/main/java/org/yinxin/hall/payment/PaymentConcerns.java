package org.yinxin.hall.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.payment.channel.AttemptNumber;

/** Money that does not fit its order. A concern stays open until that money went back. */
@Repository
class PaymentConcerns {

    private static final String COLUMNS =
            """
            SELECT id, order_id, kind, channel, attempt, transaction, amount, currency, paid_at, raised_at
              FROM payment_concern
            """;

    private final JdbcClient jdbc;

    PaymentConcerns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a concern once, however often the same payment is reported; answers whether it is new. */
    boolean raise(Concern concern) {
        AttemptNumber attempt = concern.attempt();
        return jdbc.sql(
                                """
                                INSERT INTO payment_concern (id, order_id, kind, channel, attempt, transaction,
                                                             amount, currency, paid_at, raised_at)
                                VALUES (:id, :order, :kind, :channel, :attempt, :transaction,
                                        :amount, :currency, :paid, :raised)
                                ON CONFLICT (channel, transaction, kind) DO NOTHING
                                """)
                        .param("id", concern.id())
                        .param("order", concern.order().value())
                        .param("kind", concern.reason().name())
                        .param("channel", concern.channel().text())
                        .param("attempt", attempt == null ? null : attempt.text())
                        .param("transaction", concern.transaction())
                        .param("amount", concern.fen())
                        .param("currency", concern.currency())
                        .param("paid", Times.toColumn(concern.paidAt()))
                        .param("raised", Times.toColumn(concern.raisedAt()))
                        .update()
                == 1;
    }

    /** What was raised about an order and is not over. */
    List<Concern> open(OrderId order) {
        return jdbc.sql(
                        COLUMNS
                                + " WHERE order_id = :order AND resolved_at IS NULL ORDER BY raised_at")
                .param("order", order.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** What is not over, the longest waiting first. */
    List<Concern> open(int limit) {
        return jdbc.sql(COLUMNS + " WHERE resolved_at IS NULL ORDER BY raised_at LIMIT :limit")
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Concern> findOpen(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id AND resolved_at IS NULL")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The money of this payment is back with the payer. */
    void resolve(ChannelCode channel, String transaction, Instant at) {
        jdbc.sql(
                        """
                        UPDATE payment_concern SET resolved_at = :at
                         WHERE channel = :channel AND transaction = :transaction AND resolved_at IS NULL
                        """)
                .param("channel", channel.text())
                .param("transaction", transaction)
                .param("at", Times.toColumn(at))
                .update();
    }

    private static Concern read(ResultSet row) throws SQLException {
        String attempt = row.getString("attempt");
        return new Concern(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                RefundReason.valueOf(row.getString("kind")),
                new ChannelCode(row.getString("channel")),
                attempt == null ? null : new AttemptNumber(attempt),
                row.getString("transaction"),
                row.getLong("amount"),
                row.getString("currency"),
                Times.ofColumn(row, "paid_at"),
                Times.ofColumn(row, "raised_at"));
    }
}
