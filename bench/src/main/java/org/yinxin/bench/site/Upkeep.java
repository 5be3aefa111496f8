package org.yinxin.bench.site;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.yinxin.store.journal.JournalSealer;
import org.yinxin.store.postgres.Schema;

/** What a hall and its database do in time by themselves, done at once, so that nothing measured pays for what was written before. */
public final class Upkeep {

    private Upkeep() {}

    /** Seals the journal of a schema, and vacuums and analyses its tables. */
    public static void of(HikariDataSource database, Schema schema) {
        new JournalSealer(database, schema).seal();
        tidy(database);
    }

    /** Vacuums and analyses the tables of a role. */
    public static void tidy(HikariDataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '256MB'");
            // Only its own tables are the role's to tidy; the server passes the others over.
            statement.execute("SET client_min_messages = error");
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("RESET ALL");
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be tidied: " + e.getMessage(), e);
        }
    }
}
