package org.yinxin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server that belongs to this program and lives in one folder.
 *
 * <p>It outlives a killed JVM: the next start on the same folder adopts it with everything that was acknowledged.
 * Nothing stops it but {@link #stop()}, so that the caller decides that the pools are closed first. It listens on
 * 127.0.0.1 on a port that differs from start to start and lets nobody in without a password.
 */
public final class EmbeddedServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final Cluster cluster;
    private final FolderLock lock;
    private final int port;
    private final String password;
    private final boolean isNew;
    private final AtomicInteger databases = new AtomicInteger();
    private boolean stopped;

    private EmbeddedServer(
            Cluster cluster, FolderLock lock, int port, String password, boolean isNew) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
        this.password = password;
        this.isNew = isNew;
    }

    /**
     * Starts the durable server of a folder, making it when it is empty.
     *
     * @throws PostgresUnavailable with a sentence for the person who started the program
     */
    public static EmbeddedServer start(Path folder) {
        return start(folder, Durability.DURABLE, null);
    }

    /**
     * The same, for a demonstration.
     *
     * @param prepared copied when the folder is empty; {@code null} for none
     */
    public static EmbeddedServer start(Path folder, @Nullable PreparedCluster prepared) {
        return start(folder, Durability.DURABLE, prepared);
    }

    /**
     * A server for tests and demonstrations: it does not wait for the disk, and its folder is deleted when it is
     * stopped or the JVM ends. What a killed JVM left behind is removed by the next call.
     */
    public static EmbeddedServer throwAway() {
        return throwAway(null);
    }

    /**
     * The same, sooner.
     *
     * @param prepared copied instead of making a new one; {@code null} for none
     */
    public static EmbeddedServer throwAway(@Nullable PreparedCluster prepared) {
        Path folder = ThrowAwayFolders.make();
        EmbeddedServer server = start(folder, Durability.THROW_AWAY, prepared);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop throw-away postgres"));
        return server;
    }

    private static EmbeddedServer start(
            Path given, Durability durability, @Nullable PreparedCluster prepared) {
        Path folder = given.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder);
        try {
            Cluster cluster = new Cluster(folder, programs(folder), durability);
            boolean isNew = !cluster.isMade();
            if (isNew) {
                new NewCluster(cluster).make(randomPassword(), prepared);
            }
            String password = cluster.password();
            int port = cluster.runningPort(password).orElseGet(() -> cluster.start(password));
            return new EmbeddedServer(cluster, lock, port, password, isNew);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    static Programs programs(Path folder) {
        Unprivileged how = Unprivileged.find();
        Path cache =
                how.user() == null ? PostgresBinaries.defaultCache() : Path.of("/var/cache/yinxin");
        return new Programs(folder, PostgresBinaries.install(cache), how);
    }

    /** The server's own database, and the administrator who may make roles and schemas in it. */
    public DatabaseServer address() {
        return addressOf(Cluster.DATABASE);
    }

    /** Whether its folder was empty when it was started: nobody's data is in it. */
    public boolean isNew() {
        return isNew;
    }

    /** A fresh database on the same server, as one for each test class. */
    public DatabaseServer createDatabase() {
        String name = "fresh_" + databases.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(
                                address().jdbcUrl(), Cluster.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new PostgresUnavailable("No database can be made: " + e.getMessage(), e);
        }
        return addressOf(name);
    }

    /** Ends the server after its pools were closed. The second call does nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            cluster.stop();
        } catch (PostgresUnavailable e) {
            LOG.warn("{}", e.getMessage());
        }
        lock.release();
        if (cluster.durability() == Durability.THROW_AWAY) {
            Folders.delete(cluster.folder());
        }
    }

    private DatabaseServer addressOf(String database) {
        return new DatabaseServer(Cluster.url(port, database), Cluster.SUPERUSER, password);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether a commit that was acknowledged survives the loss of power. */
    enum Durability {
        DURABLE,
        THROW_AWAY;

        List<String> settings() {
            return switch (this) {
                case DURABLE ->
                        List.of(
                                "fsync=on",
                                "synchronous_commit=on",
                                "full_page_writes=on",
                                "shared_buffers=" + Memory.forPages() + "MB");
                case THROW_AWAY ->
                        List.of(
                                "fsync=off",
                                "synchronous_commit=off",
                                "full_page_writes=off",
                                "max_connections=300");
            };
        }
    }

    /** Folders of throw-away servers, recognised by their name when their JVM was killed. */
    private static final class ThrowAwayFolders {

        private static final String PREFIX = "yinxin-throw-away-";

        static Path make() {
            Path temp = Path.of(System.getProperty("java.io.tmpdir"));
            try {
                sweep(temp);
                return Files.createTempDirectory(temp, PREFIX);
            } catch (IOException e) {
                throw new PostgresUnavailable(
                        "No temporary folder can be made in %s: %s"
                                .formatted(temp, Folders.reason(e)),
                        e);
            }
        }

        private static void sweep(Path temp) throws IOException {
            try (var left = Files.newDirectoryStream(temp, PREFIX + "*")) {
                for (Path folder : left) {
                    if (FolderLock.isLeftBehind(folder)) {
                        Cluster.kill(folder);
                        Folders.delete(folder);
                    }
                }
            }
        }
    }
}
