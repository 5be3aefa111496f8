package org.yinxin.hall.payment;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.ChannelPayment;

/** Money that does not fit its order. */
@Repository
class PaymentConcerns {

    private final JdbcClient jdbc;

    PaymentConcerns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a concern once, however often the same payment is reported; answers whether it is new. */
    boolean raise(UUID id, Attempt attempt, Verdict kind, ChannelPayment payment, Instant at) {
        AttemptNumber number = attempt.number();
        return jdbc.sql(
                                """
                                INSERT INTO payment_concern (id, order_id, kind, channel, attempt, transaction,
                                                             amount, currency, paid_at, raised_at)
                                VALUES (:id, :order, :kind, :channel, :attempt, :transaction,
                                        :amount, :currency, :paid, :raised)
                                ON CONFLICT (channel, transaction, kind) DO NOTHING
                                """)
                        .param("id", id)
                        .param("order", attempt.order().value())
                        .param("kind", kind.name())
                        .param("channel", attempt.channel().text())
                        .param("attempt", number.text())
                        .param("transaction", payment.transaction())
                        .param("amount", payment.fen())
                        .param("currency", payment.currency())
                        .param("paid", Times.toColumn(payment.at()))
                        .param("raised", Times.toColumn(at))
                        .update()
                == 1;
    }
}
