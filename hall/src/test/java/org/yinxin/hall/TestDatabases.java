package org.yinxin.hall;

import com.zaxxer.hikari.HikariDataSource;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

/** One throw-away PostgreSQL for all tests of this JVM, and a fresh schema of the hall for each class that asks. */
public final class TestDatabases {

    private static final EmbeddedServer SERVER = EmbeddedServer.throwAway();

    private TestDatabases() {}

    /** The caller closes the pool. */
    public static HikariDataSource hall() {
        return Schemas.open(SERVER.createDatabase(), HallSchema.SCHEMA);
    }
}
