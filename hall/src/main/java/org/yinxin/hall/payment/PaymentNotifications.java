package org.yinxin.hall.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every call-back that came, with what was made of it. */
@Repository
class PaymentNotifications {

    private final JdbcClient jdbc;

    PaymentNotifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a genuine notification before it is acted on. Where the same one is being acted on at this moment, this
     * waits for that to end.
     *
     * @return false when it was there before
     */
    boolean add(UUID id, ChannelCode channel, String notificationId, Instant at, String body) {
        return jdbc.sql(
                                """
                                INSERT INTO payment_notification (id, channel, notification_id, received_at, verdict, body)
                                VALUES (:id, :channel, :notification, :at, 'NOTHING', :body)
                                ON CONFLICT (channel, notification_id) DO NOTHING
                                """)
                        .param("id", id)
                        .param("channel", channel.text())
                        .param("notification", notificationId)
                        .param("at", Times.toColumn(at))
                        .param("body", body)
                        .update()
                == 1;
    }

    void judge(UUID id, Verdict verdict, @Nullable String attempt, @Nullable String transaction) {
        jdbc.sql(
                        """
                        UPDATE payment_notification
                           SET verdict = :verdict, attempt = :attempt, transaction = :transaction
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("attempt", attempt)
                .param("transaction", transaction)
                .update();
    }

    Optional<Verdict> verdict(ChannelCode channel, String notificationId) {
        return jdbc.sql(
                        """
                        SELECT verdict FROM payment_notification
                         WHERE channel = :channel AND notification_id = :notification
                        """)
                .param("channel", channel.text())
                .param("notification", notificationId)
                .query((row, _) -> Verdict.valueOf(row.getString("verdict")))
                .optional();
    }

    void addForged(UUID id, ChannelCode channel, Instant at, String body) {
        jdbc.sql(
                        """
                        INSERT INTO payment_notification (id, channel, received_at, verdict, body)
                        VALUES (:id, :channel, :at, 'FORGED', :body)
                        """)
                .param("id", id)
                .param("channel", channel.text())
                .param("at", Times.toColumn(at))
                .param("body", body)
                .update();
    }

    int forgedSince(Instant since) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM payment_notification
                         WHERE verdict = 'FORGED' AND received_at >= :since
                        """)
                .param("since", Times.toColumn(since))
                .query(Integer.class)
                .single();
    }
}
