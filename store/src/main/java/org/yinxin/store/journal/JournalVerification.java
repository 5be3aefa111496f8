package org.yinxin.store.journal;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yinxin.store.journal.ChainState.Broken;
import org.yinxin.store.journal.ChainState.Fault;
import org.yinxin.store.journal.ChainState.Intact;
import org.yinxin.store.postgres.Schema;

/** Walks the whole chain of one journal and names the first row that is not what was sealed. */
public final class JournalVerification {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final Schema schema;

    public JournalVerification(DataSource database, Schema schema) {
        this.jdbc = new JdbcTemplate(database);
        this.schema = schema;
    }

    public ChainState verify() {
        return verify(JournalHead.none());
    }

    /**
     * Walks the chain and also looks for an end of it that was kept from earlier.
     *
     * @param kept an earlier end of the chain that was kept out of reach; it must still be in the chain
     */
    public ChainState verify(JournalHead kept) {
        JournalHead head = JournalHead.none();
        List<JournalRow> rows;
        do {
            rows = after(head.position());
            for (JournalRow row : rows) {
                if (row.position() != head.position() + 1) {
                    return new Broken(head.position() + 1, row.id(), Fault.MISSING);
                }
                head = head.next(schema, row);
                JournalHead stored =
                        new JournalHead(row.position(), Objects.requireNonNull(row.link()));
                boolean asKept = head.position() != kept.position() || head.equals(kept);
                if (!head.equals(stored) || !asKept) {
                    return new Broken(row.position(), row.id(), Fault.ALTERED);
                }
            }
        } while (rows.size() == BATCH);
        if (head.position() < kept.position()) {
            return new Broken(head.position() + 1, 0, Fault.MISSING);
        }
        return new Intact(head, unsealed());
    }

    private List<JournalRow> after(long position) {
        return jdbc.query(
                "SELECT %s FROM %s.journal WHERE position > ? ORDER BY position LIMIT %d"
                        .formatted(JournalRow.COLUMNS, schema.name(), BATCH),
                JournalRow::read,
                position);
    }

    private long unsealed() {
        Long count =
                jdbc.queryForObject(
                        "SELECT count(*) FROM %s.journal WHERE position IS NULL"
                                .formatted(schema.name()),
                        Long.class);
        return count == null ? 0 : count;
    }
}
