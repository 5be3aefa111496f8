package org.yinxin.hall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.store.postgres.Schema;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one journal, newest first. It goes on by the number of the last entry, so that new entries move nothing. */
final class JournalEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Schema schema;

    JournalEntries(JdbcClient jdbc, Schema schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    List<AuditEntry> newest(AuditFilter filter, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id, at, actor, action, subject, details::text AS details, position,
                               encode(link, 'hex') AS link
                        FROM %s.journal
                        WHERE (:actor::text IS NULL OR starts_with(actor, :actor))
                          AND (:action::text IS NULL OR starts_with(action, :action))
                          AND (:subject::text IS NULL OR starts_with(subject, :subject))
                          AND (:from::timestamptz IS NULL OR at >= :from)
                          AND (:until::timestamptz IS NULL OR at < :until)
                          AND (:before::bigint IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit
                        """
                                .formatted(schema.name()))
                .param("actor", filter.actor())
                .param("action", filter.action())
                .param("subject", filter.subject())
                .param("from", timestamp(filter.from()))
                .param("until", timestamp(filter.until()))
                .param("before", filter.before())
                .param("limit", atMost)
                .query(JournalEntries::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        Map<String, String> details = JSON.readValue(row.getString("details"), DETAILS);
        long position = row.getLong("position");
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                details,
                position == 0 ? null : position,
                row.getString("link"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
