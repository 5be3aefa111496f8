package org.yinxin.authority.outside;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SerialNumber;

/** The tables of transactions and of their messages. */
final class OutsideTransactions {

    /** How far one is; V24 says what each means. */
    enum State {
        SENT,
        WAITING,
        BROUGHT,
        CONFIRMED,
        DONE,
        REJECTED,
        UNFIT,
        NOT_SENT,
        IN_DOUBT
    }

    /**
     * One that asks for half a pair.
     *
     * @param peerNonce what our next message has to repeat
     * @param number by which the authority refers to the request
     * @param pollAt before when it does not want to be asked again; null when it did not say
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            byte[] id,
            Half half,
            State state,
            byte[] peerNonce,
            BigInteger number,
            @Nullable Instant pollAt,
            Instant openedAt) {}

    private final JdbcClient jdbc;

    OutsideTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void openHalf(
            AuthorityCode authority,
            PairOrderId order,
            int attempt,
            Half half,
            Question question,
            Instant now) {
        open(authority, question, half.name(), order, attempt, null, now);
    }

    /**
     * Opens one that changes a status.
     *
     * @param deed REVOKE, HOLD or RESUME
     */
    void openChange(
            AuthorityCode authority,
            SerialNumber serial,
            String deed,
            Question question,
            Instant now) {
        open(authority, question, deed, null, null, serial, now);
    }

    private void open(
            AuthorityCode authority,
            Question question,
            String deed,
            @Nullable PairOrderId order,
            @Nullable Integer attempt,
            @Nullable SerialNumber serial,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outside_transaction
                            (id, authority, deed, order_id, attempt, serial, state, opened_at, changed_at)
                        VALUES (:id, :authority, :deed, :order, :attempt, :serial, 'SENT', :now, :now)
                        """)
                .param("id", question.transaction())
                .param("authority", authority.value())
                .param("deed", deed)
                .param("order", order == null ? null : order.value())
                .param("attempt", attempt)
                .param("serial", serial == null ? null : serial.octets())
                .param("now", Times.of(now))
                .update();
        message(question.transaction(), true, question.message(), now);
    }

    /** Keeps a message; {@code ours} are those that we send. */
    void message(byte[] transaction, boolean ours, byte[] message, Instant now) {
        if (message.length == 0) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO outside_message (transaction, number, ours, message, at)
                        SELECT :transaction, coalesce(max(number), 0) + 1, :ours, :message, :now
                        FROM outside_message WHERE transaction = :transaction
                        """)
                .param("transaction", transaction)
                .param("ours", ours)
                .param("message", message)
                .param("now", Times.of(now))
                .update();
    }

    /** How many more messages we have sent than got answers that we could keep. */
    int unanswered(byte[] transaction) {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE ours) - count(*) FILTER (WHERE NOT ours)
                        FROM outside_message WHERE transaction = :transaction
                        """)
                .param("transaction", transaction)
                .query(Integer.class)
                .single();
    }

    /** Whether we have asked for a hold and do not know what came of it. */
    boolean mayHaveHeld(AuthorityCode authority, SerialNumber serial) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM outside_transaction
                            WHERE authority = :authority AND serial = :serial AND deed = 'HOLD'
                                AND state IN ('SENT', 'IN_DOUBT'))
                        """)
                .param("authority", authority.value())
                .param("serial", serial.octets())
                .query(Boolean.class)
                .single();
    }

    void become(byte[] transaction, State state, @Nullable String words, Instant now) {
        jdbc.sql(
                        """
                        UPDATE outside_transaction
                        SET state = :state, words = coalesce(:words, words), changed_at = :now
                        WHERE id = :id
                        """)
                .param("id", transaction)
                .param("state", state.name())
                .param("words", words)
                .param("now", Times.of(now))
                .update();
    }

    /** The same, with what the next message of the transaction needs. */
    void goOn(
            byte[] transaction,
            State state,
            byte[] peerNonce,
            BigInteger number,
            @Nullable Instant pollAt,
            Instant now) {
        jdbc.sql(
                        """
                        UPDATE outside_transaction
                        SET state = :state, peer_nonce = :nonce, number = :number, poll_at = :poll, changed_at = :now
                        WHERE id = :id
                        """)
                .param("id", transaction)
                .param("state", state.name())
                .param("nonce", peerNonce)
                .param("number", number.intValue())
                .param("poll", Times.orNull(pollAt))
                .param("now", Times.of(now))
                .update();
    }

    /** Those of an attempt that the authority may have seen, in the order in which they were opened. */
    List<Row> seen(PairOrderId order, int attempt) {
        return jdbc.sql(
                        """
                        SELECT id, deed, state, peer_nonce, number, poll_at, opened_at FROM outside_transaction
                        WHERE order_id = :order AND attempt = :attempt AND state <> 'NOT_SENT'
                        ORDER BY opened_at, deed DESC
                        """)
                .param("order", order.value())
                .param("attempt", attempt)
                .query(OutsideTransactions::row)
                .list();
    }

    Optional<Row> seen(PairOrderId order, int attempt, Half half) {
        return seen(order, attempt).stream().filter(each -> each.half() == half).findFirst();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getBytes("id"),
                Half.valueOf(row.getString("deed")),
                State.valueOf(row.getString("state")),
                row.getBytes("peer_nonce"),
                BigInteger.valueOf(row.getInt("number")),
                Times.orNull(row, "poll_at"),
                Times.of(row, "opened_at"));
    }
}
