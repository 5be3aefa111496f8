package org.yinxin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.store.postgres.EmbeddedServer.Durability;

class EmbeddedServerTest {

    @TempDir Path temp;
    private @Nullable EmbeddedServer running;

    @AfterEach
    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    private EmbeddedServer start(Path folder) {
        EmbeddedServer server = EmbeddedServer.start(folder);
        running = server;
        return server;
    }

    @Test
    void is_durable_and_asks_everybody_for_a_password() throws Exception {
        Path folder = temp.resolve("postgres");
        DatabaseServer address = start(folder).address();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(ask(address, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(address, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readAllLines(folder.resolve("cluster/pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        address.jdbcUrl(), address.user(), "postgres"))
                .hasMessageContaining("password authentication failed");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        folder.resolve("superuser.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keeps_its_rows_over_stop_and_start() throws Exception {
        DatabaseServer first = start(temp).address();
        execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        stop();
        assertThatThrownBy(() -> ask(first, "SELECT 1")).isInstanceOf(SQLException.class);
        assertThat(ask(start(temp).address(), "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void takes_another_port_when_somebody_was_quicker() throws Exception {
        String password = start(temp).address().password();
        stop();
        Cluster cluster = new Cluster(temp, EmbeddedServer.programs(temp), Durability.DURABLE);
        try (ServerSocket quicker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = quicker.getLocalPort();
            AtomicInteger asked = new AtomicInteger();
            int port =
                    cluster.start(
                            password,
                            () -> asked.incrementAndGet() < 3 ? taken : Cluster.freePort());
            cluster.stop();
            assertThat(port).isNotEqualTo(taken);
            assertThat(asked).hasValueGreaterThanOrEqualTo(3);
            assertThatThrownBy(() -> cluster.start(password, () -> taken))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("cannot start");
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused_in_words() {
        start(temp);
        assertThatThrownBy(() -> EmbeddedServer.start(temp))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("in use by another running Yinxin")
                .hasMessageContaining(temp.toString());
    }

    @Test
    void adopts_the_server_of_a_killed_program_with_every_acknowledged_row() throws Exception {
        Process child = spawn(Killed.class, temp);
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("committed");
            // While it lives the folder is its own.
            assertThatThrownBy(() -> EmbeddedServer.start(temp))
                    .isInstanceOf(PostgresUnavailable.class);
            child.destroyForcibly().waitFor();
        }
        long orphan = PostmasterFile.read(temp.resolve("cluster")).pid();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive))
                .isEqualTo(Optional.of(true));

        DatabaseServer adopted = start(temp).address();

        assertThat(PostmasterFile.read(temp.resolve("cluster")).pid()).isEqualTo(orphan);
        assertThat(ask(adopted, "SELECT word FROM kept")).isEqualTo("acknowledged");
        stop();
        assertThat(PostmasterFile.read(temp.resolve("cluster")).isAlive()).isFalse();
    }

    @Test
    void starts_again_after_the_server_itself_was_killed() throws Exception {
        execute(start(temp).address(), "CREATE TABLE kept AS SELECT 'here' AS word");
        ProcessHandle server =
                ProcessHandle.of(PostmasterFile.read(temp.resolve("cluster")).pid()).orElseThrow();
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        Cluster.kill(temp);
        // The others see that it is gone and leave; only then can it be started again.
        CompletableFuture.allOf(
                        all.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new))
                .join();
        stop();
        assertThat(ask(start(temp).address(), "SELECT word FROM kept")).isEqualTo("here");
    }

    @Test
    void refuses_the_folder_of_another_version_and_names_both() throws Exception {
        Files.createDirectories(temp.resolve("cluster"));
        Files.writeString(temp.resolve("cluster/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedServer.start(temp))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("belongs to PostgreSQL 16")
                .hasMessageContaining("brings PostgreSQL 18");
    }

    @Test
    void refuses_a_folder_that_cannot_be_made() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedServer.start(file.resolve("postgres")))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void repeats_a_first_start_that_was_killed_half_way() throws Exception {
        Files.createDirectories(temp.resolve("cluster.new/base"));
        Files.writeString(temp.resolve("cluster.new/PG_VERSION"), "18\n");
        assertThat(ask(start(temp).address(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void a_throw_away_server_leaves_nothing_and_sweeps_up_after_a_killed_one() throws Exception {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir"));
        Path left = Files.createTempDirectory(tmp, "yinxin-throw-away-");
        Files.writeString(left.resolve("lock"), "");
        EmbeddedServer server = EmbeddedServer.throwAway();
        assertThat(left).doesNotExist();
        assertThat(ask(server.address(), "SHOW fsync")).isEqualTo("off");
        assertThat(ask(server.createDatabase(), "SELECT current_database()"))
                .isNotEqualTo(ask(server.createDatabase(), "SELECT current_database()"));
        server.stop();
        server.stop();
    }

    @Test
    void keeps_others_away_after_its_own_program_has_looked_too() throws Exception {
        start(temp);
        assertThat(FolderLock.isLeftBehind(temp)).isFalse();
        assertThatThrownBy(() -> EmbeddedServer.start(temp))
                .isInstanceOf(PostgresUnavailable.class);
        Process other = spawn(LooksIn.class, temp);
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("in use");
        }
        stop();
        assertThat(FolderLock.isLeftBehind(temp)).isTrue();
    }

    @Test
    void runs_as_another_user_where_namespaces_are_closed() {
        assertThat(Unprivileged.as("nobody").command("true"))
                .containsExactly(
                        "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "true");
        assertThat(Unprivileged.find().command("x")).endsWith("x");
    }

    @Test
    void ignores_a_pid_file_that_is_being_written_or_of_a_stranger() throws Exception {
        assertThat(PostmasterFile.read(temp).isAlive()).isFalse();
        Files.writeString(temp.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        assertThat(PostmasterFile.read(temp).isAlive()).isFalse();
    }

    private static Process spawn(Class<?> program, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The program that gets killed. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] args) throws Exception {
            DatabaseServer address = EmbeddedServer.start(Path.of(args[0])).address();
            execute(address, "CREATE TABLE kept AS SELECT 'acknowledged' AS word");
            System.out.println("committed");
            Thread.sleep(600_000);
        }
    }

    /** Another program that would sweep the folder up if it were left behind. */
    static final class LooksIn {

        private LooksIn() {}

        public static void main(String[] args) {
            System.out.println(
                    FolderLock.isLeftBehind(Path.of(args[0])) ? "left behind" : "in use");
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
