package org.yinxin.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.yinxin.store.postgres.EmbeddedServer.Durability;

/**
 * One PostgreSQL data folder with what belongs to it: {@code cluster/} is the server's, {@code superuser.password}
 * and {@code server.log} stand beside it.
 */
record Cluster(Path folder, Programs programs, Durability durability) {

    static final String SUPERUSER = "postgres";
    static final String DATABASE = "yinxin";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MOST_TRIES = 5;

    // What a failing statement was about may be personal data, so the server's log gets its first
    // line alone.
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "password_encryption=scram-sha-256",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_min_error_statement=panic",
                    "log_error_verbosity=terse",
                    "log_parameter_max_length_on_error=0",
                    "log_min_messages=warning");

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whether there is one already. */
    boolean isMade() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** The superuser's password of a cluster that is there. */
    String password() {
        try {
            Path version = data().resolve("PG_VERSION");
            String major = Files.readString(version).strip();
            if (!major.equals(PostgresBinaries.MAJOR)) {
                throw new PostgresUnavailable(
                        "The folder %s belongs to PostgreSQL %s, and this Yinxin brings PostgreSQL %s: move the data over with a dump."
                                .formatted(folder, major, PostgresBinaries.MAJOR));
            }
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "The folder %s cannot be used for PostgreSQL: %s"
                            .formatted(folder, Folders.reason(e)),
                    e);
        }
    }

    /** The port of the server that already runs on this folder, which a killed JVM left behind. */
    OptionalInt runningPort(String password) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            PostmasterFile running = PostmasterFile.read(data());
            if (!running.isAlive()) {
                return OptionalInt.empty();
            }
            if (running.port() > 0 && answers(running.port(), password)) {
                return OptionalInt.of(running.port());
            }
            // It is just coming up, or going down.
            Pauses.brief();
        }
        throw new PostgresUnavailable(
                "A PostgreSQL server already runs on %s and does not answer; see %s."
                        .formatted(folder, programs.log()));
    }

    /** Starts the server and answers its port. */
    int start(String password) {
        return start(password, Cluster::freePort);
    }

    /**
     * Starts the server on the first of these ports that is still free by the time it comes to it: between the choice
     * and the server's own claim anybody may take one.
     */
    int start(String password, IntSupplier ports) {
        for (int tries = 1; ; tries++) {
            int port = ports.getAsInt();
            try {
                startOn(port);
            } catch (PostgresUnavailable e) {
                if (tries == MOST_TRIES || !saysPortTaken(e)) {
                    throw e;
                }
                continue;
            }
            createDatabaseIfAbsent(port, password);
            return port;
        }
    }

    // The cluster's language is always English.
    private static boolean saysPortTaken(PostgresUnavailable e) {
        return Objects.requireNonNull(e.getMessage())
                .contains("could not create any TCP/IP sockets");
    }

    private void startOn(int port) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(durability.settings());
        StringBuilder options = new StringBuilder("-p " + port);
        settings.forEach(setting -> options.append(" -c ").append(setting));
        programs.run(
                "start",
                "pg_ctl",
                "start",
                "-w",
                "-t",
                String.valueOf(PATIENCE.toSeconds()),
                "-D",
                data().toString(),
                "-l",
                programs.log().toString(),
                "-o",
                options.toString());
    }

    void stop() {
        programs.run(
                "stop",
                "pg_ctl",
                "stop",
                "-D",
                data().toString(),
                "-w",
                "-t",
                "8",
                "-m",
                durability == Durability.THROW_AWAY ? "immediate" : "fast");
    }

    /** Ends a throw-away server that a killed JVM left behind. */
    static void kill(Path folder) {
        PostmasterFile.read(folder.resolve("cluster")).kill();
    }

    private void createDatabaseIfAbsent(int port, String password) {
        if (answers(port, password)) {
            return;
        }
        try (Connection connection =
                        DriverManager.getConnection(url(port, "postgres"), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new PostgresUnavailable(
                    "The PostgreSQL server in %s refuses: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static boolean answers(int port, String password) {
        try (Connection connection =
                DriverManager.getConnection(url(port, DATABASE), SUPERUSER, password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresUnavailable("No port is free: " + e.getMessage(), e);
        }
    }

    Path data() {
        return folder.resolve("cluster");
    }

    Path passwordFile() {
        return folder.resolve("superuser.password");
    }
}
