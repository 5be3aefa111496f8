package org.yinxin.hall.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.privacy.ColumnCipher;
import tools.jackson.databind.json.JsonMapper;

/** The messages that people read in the hall. */
@Repository
class Inbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Inbox(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(
            UUID id,
            AccountId account,
            String template,
            List<String> arguments,
            @Nullable String link,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO notification_inbox (id, account, template, arguments, link, created_at)
                        VALUES (:id, :account, :template, :arguments, :link, :now)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("template", template)
                .param("arguments", cipher.seal(JSON.writeValueAsString(arguments)))
                .param("link", link)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<InboxMessage> newest(AccountId account, int from, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id, template, arguments, link, created_at, read_at IS NOT NULL AS read
                        FROM notification_inbox WHERE account = :account
                        ORDER BY created_at DESC, id LIMIT :limit OFFSET :from
                        """)
                .param("account", account.value())
                .param("limit", atMost)
                .param("from", from)
                .query(
                        (row, number) ->
                                new InboxMessage(
                                        row.getObject("id", UUID.class),
                                        row.getString("template"),
                                        List.of(
                                                JSON.readValue(
                                                        cipher.open(row.getBytes("arguments")),
                                                        String[].class)),
                                        row.getString("link"),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getBoolean("read")))
                .list();
    }

    int count(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM notification_inbox WHERE account = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    int unread(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM notification_inbox
                        WHERE account = :account AND read_at IS NULL
                        """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void markRead(AccountId account, Instant now) {
        jdbc.sql(
                        """
                        UPDATE notification_inbox SET read_at = :now
                        WHERE account = :account AND read_at IS NULL AND created_at <= :now
                        """)
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
