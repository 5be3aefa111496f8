package org.yinxin.store.journal;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.store.postgres.Schema;

/** The journal in the table {@code journal} of one schema. */
public final class JdbcJournal implements Journal {

    private final JdbcClient jdbc;
    private final Schema schema;

    public JdbcJournal(JdbcClient jdbc, Schema schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void record(JournalEntry entry) {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        entry.details()
                .forEach(
                        (key, value) -> {
                            keys.add(key);
                            values.add(value);
                        });
        jdbc.sql(
                        """
                        INSERT INTO %s.journal (at, actor, action, subject, details)
                        VALUES (:at, :actor, :action, :subject, jsonb_object(:keys::text[], :values::text[]))
                        """
                                .formatted(schema.name()))
                .param("at", Timestamp.from(entry.at()))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("keys", keys.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
