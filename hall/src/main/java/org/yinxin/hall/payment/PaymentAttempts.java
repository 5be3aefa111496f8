package org.yinxin.hall.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;

/** The tries to pay. Whoever changes one has locked its order before. */
@Repository
class PaymentAttempts {

    private static final String COLUMNS =
            """
            SELECT number, order_id, channel, amount, description, started_at, expires_at, state, code_url
              FROM payment_attempt
            """;

    private final JdbcClient jdbc;

    PaymentAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Attempt> find(AttemptNumber number) {
        return jdbc.sql(COLUMNS + " WHERE number = :number")
                .param("number", number.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The one attempt of an order over a channel that can still be paid. */
    Optional<Attempt> live(OrderId order, ChannelCode channel) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE order_id = :order AND channel = :channel
                                   AND state IN ('INTENDED', 'OFFERED')""")
                .param("order", order.value())
                .param("channel", channel.text())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The attempt that settled an order. */
    Optional<Attempt> settled(OrderId order) {
        return jdbc.sql(COLUMNS + " WHERE order_id = :order AND state = 'SETTLED'")
                .param("order", order.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** All attempts of an order that can still be paid. */
    List<Attempt> live(OrderId order) {
        return jdbc.sql(COLUMNS + " WHERE order_id = :order AND state IN ('INTENDED', 'OFFERED')")
                .param("order", order.value())
                .query((row, _) -> read(row))
                .list();
    }

    /** The attempts that the channel should be asked about, the longest waiting first. */
    List<AttemptNumber> due(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT number FROM payment_attempt
                         WHERE state IN ('INTENDED', 'OFFERED', 'CLOSING') AND check_at <= :now
                         ORDER BY check_at LIMIT :limit
                        """)
                .param("now", Times.toColumn(now))
                .param("limit", limit)
                .query((row, _) -> new AttemptNumber(row.getString("number")))
                .list();
    }

    void add(Attempt attempt, Instant checkAt) {
        jdbc.sql(
                        """
                        INSERT INTO payment_attempt (number, order_id, channel, amount, description, started_at,
                                                     expires_at, state, check_at)
                        VALUES (:number, :order, :channel, :amount, :description, :started, :expires,
                                'INTENDED', :check)
                        """)
                .param("number", attempt.number().text())
                .param("order", attempt.order().value())
                .param("channel", attempt.channel().text())
                .param("amount", attempt.bill().amount().fen())
                .param("description", attempt.bill().description())
                .param("started", Times.toColumn(attempt.startedAt()))
                .param("expires", Times.toColumn(attempt.bill().expires()))
                .param("check", Times.toColumn(checkAt))
                .update();
    }

    void change(AttemptNumber number, AttemptState state, Instant checkAt) {
        jdbc.sql(
                        """
                        UPDATE payment_attempt
                           SET state = :state, code_url = coalesce(:code, code_url), check_at = :check
                         WHERE number = :number
                        """)
                .param("number", number.text())
                .param("state", name(state))
                .param(
                        "code",
                        state instanceof AttemptState.Offered(String codeUrl) ? codeUrl : null)
                .param("check", Times.toColumn(checkAt))
                .update();
    }

    /**
     * Takes the right to ask the channel about an attempt now.
     *
     * @param notSince nobody else may have taken it after this
     * @param nextCheck when the job asks again, whatever comes of it now
     */
    boolean claim(AttemptNumber number, Instant now, Instant notSince, Instant nextCheck) {
        return jdbc.sql(
                                """
                                UPDATE payment_attempt SET asked_at = :now, check_at = :next
                                 WHERE number = :number AND (asked_at IS NULL OR asked_at <= :since)
                                """)
                        .param("number", number.text())
                        .param("now", Times.toColumn(now))
                        .param("since", Times.toColumn(notSince))
                        .param("next", Times.toColumn(nextCheck))
                        .update()
                == 1;
    }

    private static String name(AttemptState state) {
        return switch (state) {
            case AttemptState.Intended _ -> "INTENDED";
            case AttemptState.Offered _ -> "OFFERED";
            case AttemptState.Settled _ -> "SETTLED";
            case AttemptState.Disputed _ -> "DISPUTED";
            case AttemptState.Closing _ -> "CLOSING";
            case AttemptState.Closed _ -> "CLOSED";
        };
    }

    private static Attempt read(ResultSet row) throws SQLException {
        Bill bill =
                new Bill(
                        new AttemptNumber(row.getString("number")),
                        row.getString("description"),
                        new Money(row.getLong("amount")),
                        Times.ofColumn(row, "expires_at"));
        AttemptState state =
                switch (row.getString("state")) {
                    case "INTENDED" -> new AttemptState.Intended();
                    case "OFFERED" -> new AttemptState.Offered(row.getString("code_url"));
                    case "SETTLED" -> new AttemptState.Settled();
                    case "DISPUTED" -> new AttemptState.Disputed();
                    case "CLOSING" -> new AttemptState.Closing();
                    default -> new AttemptState.Closed();
                };
        return new Attempt(
                new OrderId(row.getObject("order_id", UUID.class)),
                new ChannelCode(row.getString("channel")),
                bill,
                Times.ofColumn(row, "started_at"),
                state);
    }
}
