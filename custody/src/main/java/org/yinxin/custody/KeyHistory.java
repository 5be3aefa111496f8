package org.yinxin.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The life of a key from the custody's journal, which only grows and is chained: there is no second book that could tell
 * another story.
 */
public final class KeyHistory {

    private final JdbcClient jdbc;

    KeyHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that happened to a key, oldest first; empty when there is no such key. */
    public List<KeyEvent> of(EscrowId id) {
        ResultSetExtractor<List<KeyEvent>> events = KeyHistory::events;
        return jdbc.sql(
                        """
                        SELECT j.id, j.at, j.actor, j.action, d.key, d.value
                        FROM journal j LEFT JOIN LATERAL jsonb_each_text(j.details) d ON true
                        WHERE j.subject = :subject ORDER BY j.id, d.key
                        """)
                .param("subject", "escrow:" + id)
                .query(events);
    }

    private static List<KeyEvent> events(ResultSet row) throws SQLException {
        List<KeyEvent> events = new ArrayList<>();
        Map<String, String> details = new LinkedHashMap<>();
        long last = -1;
        while (row.next()) {
            if (row.getLong("id") == last) {
                events.removeLast();
            } else {
                details.clear();
            }
            last = row.getLong("id");
            if (row.getString("key") != null) {
                details.put(row.getString("key"), row.getString("value"));
            }
            events.add(
                    new KeyEvent(
                            row.getTimestamp("at").toInstant(),
                            row.getString("actor"),
                            row.getString("action"),
                            details));
        }
        return events;
    }
}
