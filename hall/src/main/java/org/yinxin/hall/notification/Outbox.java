package org.yinxin.hall.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;

/**
 * The messages on their way. Taking one counts the try and moves its next due time in one statement, so that two nodes
 * never send the same message at once, and a node that dies in between only delays it.
 */
@Repository
class Outbox {

    private static final String SMS = "SMS";
    private static final String MAIL = "MAIL";

    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String TAKE =
            """
            UPDATE notification_outbox SET attempts = attempts + 1, due_at = :lease
            WHERE id IN (SELECT id FROM notification_outbox
                         WHERE state = 'WAITING' AND due_at <= :now AND %s
                         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, channel, recipient, subject, body, attempts, worth_until
            """;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;
    private final RowMapper<OutgoingMessage> outgoing;

    Outbox(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.outgoing =
                (row, number) ->
                        new OutgoingMessage(
                                row.getObject("id", UUID.class),
                                notice(row),
                                row.getInt("attempts"),
                                row.getTimestamp("worth_until").toInstant());
    }

    private Notice notice(ResultSet row) throws SQLException {
        String recipient = cipher.open(row.getBytes("recipient"));
        String text = cipher.open(row.getBytes("body"));
        return row.getString("channel").equals(MAIL)
                ? new Notice.Letter(
                        new EmailAddress(recipient), cipher.open(row.getBytes("subject")), text)
                : new Notice.Sms(new MobileNumber(recipient), text);
    }

    void add(UUID id, Notice.Ready ready, Instant now) {
        Notice notice = ready.notice();
        jdbc.sql(
                        """
                        INSERT INTO notification_outbox
                            (id, state, channel, masked, template, recipient, subject, body, created_at, due_at, worth_until)
                        VALUES (:id, 'WAITING', :channel, :masked, :template, :recipient, :subject, :body,
                                :now, :now, :worth)
                        """)
                .param("id", id)
                .param("channel", notice instanceof Notice.Letter ? MAIL : SMS)
                .param("masked", notice.masked())
                .param("template", ready.template())
                .param("recipient", cipher.seal(notice.recipient()))
                .param(
                        "subject",
                        notice instanceof Notice.Letter letter
                                ? cipher.seal(letter.subject())
                                : null)
                .param("body", cipher.seal(notice.text()))
                .param("now", Timestamp.from(now))
                .param("worth", Timestamp.from(now.plus(ready.worthFor())))
                .update();
    }

    Optional<OutgoingMessage> take(UUID id, Instant now) {
        return jdbc.sql(TAKE.formatted("id = :id"))
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .query(outgoing)
                .optional();
    }

    Optional<OutgoingMessage> takeNextDue(Instant now) {
        return jdbc.sql(TAKE.formatted("TRUE"))
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .query(outgoing)
                .optional();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE notification_outbox
                        SET state = 'SENT', recipient = NULL, subject = NULL, body = NULL, fault = NULL, ended_at = :now
                        WHERE id = :id AND state = 'WAITING'
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    void tryAgain(UUID id, String fault, Instant at) {
        jdbc.sql(
                        """
                        UPDATE notification_outbox SET fault = :fault, due_at = :at
                        WHERE id = :id AND state = 'WAITING'
                        """)
                .param("id", id)
                .param("fault", fault)
                .param("at", Timestamp.from(at))
                .update();
    }

    void giveUp(UUID id, String fault, Instant now) {
        jdbc.sql(
                        """
                        UPDATE notification_outbox
                        SET state = 'GIVEN_UP', fault = :fault, ended_at = :now,
                            recipient = CASE WHEN worth_until > :now THEN recipient END,
                            subject = CASE WHEN worth_until > :now THEN subject END,
                            body = CASE WHEN worth_until > :now THEN body END
                        WHERE id = :id AND state = 'WAITING'
                        """)
                .param("id", id)
                .param("fault", fault)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Puts a given-up message back, if it is still worth sending. */
    boolean revive(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE notification_outbox SET state = 'WAITING', due_at = :now, ended_at = NULL
                                WHERE id = :id AND state = 'GIVEN_UP' AND worth_until > :now
                                """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    List<UnsentMessage> unsent(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id, masked, template, created_at, attempts, state, fault,
                               state = 'GIVEN_UP' AND worth_until > :now AS repeatable
                        FROM notification_outbox WHERE state <> 'SENT' ORDER BY created_at DESC LIMIT :limit
                        """)
                .param("now", Timestamp.from(now))
                .param("limit", atMost)
                .query(
                        (row, number) ->
                                new UnsentMessage(
                                        row.getObject("id", UUID.class),
                                        row.getString("masked"),
                                        row.getString("template"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getInt("attempts"),
                                        row.getString("state").equals("GIVEN_UP"),
                                        row.getBoolean("repeatable"),
                                        row.getString("fault")))
                .list();
    }

    /** Forgets what ended before a moment, and the words of what will never be sent. */
    int forget(Instant endedBefore) {
        return jdbc.sql("DELETE FROM notification_outbox WHERE ended_at < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }
}
