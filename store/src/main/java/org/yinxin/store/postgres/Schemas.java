package org.yinxin.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens a schema: makes its role and the schema where they are absent, brings its tables up to date, and answers a
 * pool of connections that are signed in as that role.
 *
 * <p>Each pool signs in as its own role instead of switching to it with {@code SET ROLE}: what a connection never
 * was, an injected {@code RESET ROLE} cannot give back. The roles' passwords are derived from the administrator's,
 * so that several nodes over one server agree on them and nothing more has to be kept.
 */
public final class Schemas {

    private static final int POOL_SIZE = 10;

    // Any constant will do, as long as all nodes use the same.
    private static final long PROVISIONING_LOCK = 0x59_69_6e_78_69_6eL;

    private static final String SCHEMA_EXISTS = "SELECT 1 FROM pg_namespace WHERE nspname = ?";

    private Schemas() {}

    /** The caller closes the pool before the server is stopped. */
    public static HikariDataSource open(DatabaseServer server, Schema schema) {
        String password = derivedPassword(server, schema);
        provision(server, schema, password);
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setURL(server.jdbcUrl());
        connections.setUser(schema.role());
        connections.setPassword(password);
        connections.setCurrentSchema(schema.name());
        connections.setApplicationName("yinxin " + schema.name());
        migrate(server.jdbcUrl(), schema, password);
        HikariConfig config = new HikariConfig();
        config.setPoolName(schema.name());
        config.setDataSource(connections);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Whether somebody has opened the schema on this database before. */
    public static boolean exists(DatabaseServer server, Schema schema) {
        try (Connection admin =
                DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return has(admin, SCHEMA_EXISTS, schema.name());
        } catch (SQLException e) {
            throw unavailable(server, e);
        }
    }

    private static void provision(DatabaseServer server, Schema schema, String password) {
        try (Connection admin =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                Statement statement = admin.createStatement()) {
            admin.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + PROVISIONING_LOCK + ")");
            createRole(statement, schema.role(), "LOGIN");
            for (String reader : schema.readers()) {
                createRole(statement, reader, "NOLOGIN");
            }
            admin.unwrap(PGConnection.class)
                    .alterUserPassword(schema.role(), password.toCharArray(), "scram-sha-256");
            if (!has(admin, SCHEMA_EXISTS, schema.name())) {
                // An administrator who is no superuser must be a member of the role to hand it a
                // schema.
                if (!has(
                        admin,
                        "SELECT 1 WHERE pg_has_role(current_user, ?, 'SET')",
                        schema.role())) {
                    statement.execute("GRANT " + schema.role() + " TO CURRENT_USER");
                }
                statement.execute(
                        "CREATE SCHEMA " + schema.name() + " AUTHORIZATION " + schema.role());
            }
            admin.commit();
        } catch (SQLException e) {
            throw unavailable(server, e);
        }
    }

    // Roles belong to the whole server, so a node on another database may make the same one at the
    // same moment.
    private static void createRole(Statement statement, String role, String kind)
            throws SQLException {
        statement.execute(
                """
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE %1$s %2$s;
                    END IF;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END $$
                """
                        .formatted(role, kind));
    }

    private static boolean has(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    // With the plain address: that of the data source has every setting in it, and Flyway searches
    // what it is given for passwords, which took a second of each start.
    private static void migrate(String jdbcUrl, Schema schema, String password) {
        try {
            Flyway.configure(Schemas.class.getClassLoader())
                    .dataSource(jdbcUrl, schema.role(), password)
                    .defaultSchema(schema.name())
                    .createSchemas(false)
                    .locations(schema.locations().toArray(String[]::new))
                    .failOnMissingLocations(true)
                    // What a crash takes back of them is carried out again; nothing later is kept
                    // without them.
                    .initSql("SET synchronous_commit = off")
                    // Packages number their migrations in ranges of their own, so a new one may
                    // well be lower than the last.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new PostgresUnavailable(
                    "The tables of the schema %s cannot be brought up to date: %s"
                            .formatted(schema.name(), firstLine(e)),
                    e);
        }
    }

    private static String derivedPassword(DatabaseServer server, Schema schema) {
        if (server.password().isEmpty()) {
            throw new PostgresUnavailable(
                    "The database user "
                            + server.user()
                            + " needs a password, because those of the roles are derived from it.");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            server.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] label = ("yinxin role " + schema.role()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(label));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static PostgresUnavailable unavailable(DatabaseServer server, SQLException e) {
        return new PostgresUnavailable(
                "The database %s cannot be used: %s".formatted(server.jdbcUrl(), firstLine(e)), e);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
