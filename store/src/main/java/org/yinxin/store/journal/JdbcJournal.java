package org.yinxin.store.journal;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yinxin.store.postgres.Schema;

/** The journal in the table {@code journal} of one schema. */
public final class JdbcJournal implements Journal {

    private static final String ROW = "(?, ?, ?, ?, jsonb_object(?::text[], ?::text[]))";

    private final JdbcClient jdbc;
    private final Schema schema;

    public JdbcJournal(JdbcClient jdbc, Schema schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    @Override
    public void record(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        StatementSpec statement =
                jdbc.sql(
                        "INSERT INTO %s.journal (at, actor, action, subject, details) VALUES %s"
                                .formatted(
                                        schema.name(),
                                        String.join(
                                                ", ", Collections.nCopies(entries.size(), ROW))));
        for (JournalEntry entry : entries) {
            statement = with(statement, entry);
        }
        statement.update();
    }

    private static StatementSpec with(StatementSpec statement, JournalEntry entry) {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        entry.details()
                .forEach(
                        (key, value) -> {
                            keys.add(key);
                            values.add(value);
                        });
        return statement
                .param(Timestamp.from(entry.at()))
                .param(entry.actor())
                .param(entry.action())
                .param(entry.subject())
                .param(keys.toArray(String[]::new))
                .param(values.toArray(String[]::new));
    }
}
