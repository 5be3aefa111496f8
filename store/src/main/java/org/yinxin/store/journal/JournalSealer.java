package org.yinxin.store.journal;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.store.postgres.Schema;

/**
 * Links what was committed since the last time into the chain.
 *
 * <p>Within one call entries are linked in the order of their ids. A transaction that was long under way may commit
 * a lower id after a higher one was sealed; it then gets the next position, so the chain's order is that of the
 * positions. Several nodes may seal at once: an advisory lock lets one work and the others wait.
 */
public final class JournalSealer {

    // Any constant will do, as long as all nodes use the same.
    private static final int LOCK = 0x6a_6f_75_72;

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Schema schema;

    /**
     * Makes a sealer of one schema's journal.
     *
     * @param database the pool of the schema; each batch is a transaction of its own on it
     */
    public JournalSealer(DataSource database, Schema schema) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.schema = schema;
    }

    /** Seals everything committed so far and answers how many entries that were. */
    public long seal() {
        long sealed = 0;
        int batch;
        do {
            Integer done = transaction.execute(status -> sealBatch());
            batch = done == null ? 0 : done;
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
    }

    private int sealBatch() {
        jdbc.query("SELECT pg_advisory_xact_lock(?, hashtext(?))", row -> {}, LOCK, schema.name());
        JournalHead head = JournalHead.read(jdbc, schema);
        List<JournalRow> rows =
                jdbc.query(
                        "SELECT %s FROM %s.journal WHERE position IS NULL ORDER BY id LIMIT %d"
                                .formatted(JournalRow.COLUMNS, schema.name(), BATCH),
                        JournalRow::read);
        Long[] ids = new Long[rows.size()];
        Long[] positions = new Long[rows.size()];
        byte[][] links = new byte[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            head = head.next(schema, rows.get(i));
            ids[i] = rows.get(i).id();
            positions[i] = head.position();
            links[i] = head.linkBytes();
        }
        jdbc.update(
                """
                UPDATE %s.journal AS entry SET position = sealed.position, link = sealed.link
                FROM unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS sealed (id, position, link)
                WHERE entry.id = sealed.id
                """
                        .formatted(schema.name()),
                ids,
                positions,
                links);
        return rows.size();
    }
}
