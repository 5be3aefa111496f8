package org.yinxin.hall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
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

    /** What is not asked for is left out, so that what is finds its index. */
    List<AuditEntry> newest(AuditFilter filter, int atMost) {
        StringBuilder conditions = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        narrow(conditions, values, " AND starts_with(actor, :actor)", "actor", filter.actor());
        narrow(conditions, values, " AND starts_with(action, :action)", "action", filter.action());
        narrow(
                conditions,
                values,
                " AND starts_with(subject, :subject)",
                "subject",
                filter.subject());
        narrow(conditions, values, " AND at >= :from", "from", timestamp(filter.from()));
        narrow(conditions, values, " AND at < :until", "until", timestamp(filter.until()));
        narrow(conditions, values, " AND id < :before", "before", filter.before());
        return jdbc.sql(
                        """
                        SELECT id, at, actor, action, subject, details::text AS details, position,
                               encode(link, 'hex') AS link
                        FROM %s.journal WHERE true%s ORDER BY id DESC LIMIT %d
                        """
                                .formatted(schema.name(), conditions, atMost))
                .params(values)
                .query(JournalEntries::entry)
                .list();
    }

    private static void narrow(
            StringBuilder conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            values.put(name, value);
        }
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
