package org.yinxin.store.journal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored entry.
 *
 * @param position 0 as long as it is not sealed
 * @param link in hexadecimal digits
 */
record JournalRow(long id, long position, @Nullable String link, JournalEntry entry) {

    /** What {@link #read} needs, of a table called {@code journal}. */
    static final String COLUMNS =
            """
            id, position, encode(link, 'hex') AS link, at, actor, action, subject,
            ARRAY(SELECT key FROM jsonb_each_text(details) ORDER BY key) AS keys,
            ARRAY(SELECT value FROM jsonb_each_text(details) ORDER BY key) AS values
            """;

    static JournalRow read(ResultSet row, int number) throws SQLException {
        Map<String, String> details = new HashMap<>();
        String[] keys = texts(row.getArray("keys"));
        String[] values = texts(row.getArray("values"));
        for (int i = 0; i < keys.length; i++) {
            details.put(keys[i], values[i]);
        }
        JournalEntry entry =
                new JournalEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        details);
        return new JournalRow(
                row.getLong("id"), row.getLong("position"), row.getString("link"), entry);
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
