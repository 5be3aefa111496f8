package org.yinxin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedClusterTest {

    @TempDir Path temp;

    private final List<EmbeddedServer> running = new ArrayList<>();
    private final List<String> passwords = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(EmbeddedServer::stop);
    }

    private PreparedCluster prepare() {
        return PreparedCluster.make(
                temp.resolve("prepared"),
                server -> {
                    passwords.add(server.password());
                    execute(server, "CREATE TABLE told (word text)");
                });
    }

    private EmbeddedServer keep(EmbeddedServer server) {
        running.add(server);
        return server;
    }

    private static void execute(DatabaseServer server, String statement) {
        try (Connection connection = connect(server, server.password())) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connect(DatabaseServer server, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), password);
    }

    private static boolean hasTable(DatabaseServer server) throws SQLException {
        try (Connection connection = connect(server, server.password());
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery("SELECT to_regclass('told') IS NOT NULL")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Test
    void leaves_one_folder_and_no_password() throws IOException {
        prepare();
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).containsExactly(temp.resolve("prepared"));
        }
        try (Stream<Path> files = Files.walk(temp)) {
            assertThat(files).noneMatch(file -> file.toString().contains("password"));
        }
    }

    @Test
    void each_copy_has_the_tables_and_a_password_of_its_own() throws SQLException {
        PreparedCluster prepared = prepare();
        EmbeddedServer durable = keep(EmbeddedServer.start(temp.resolve("one"), prepared));
        EmbeddedServer thrownAway = keep(EmbeddedServer.throwAway(prepared));
        for (EmbeddedServer copy : running) {
            assertThat(copy.isNew()).isTrue();
            assertThat(hasTable(copy.address())).isTrue();
            assertThat(passwords).doesNotContain(copy.address().password());
            passwords.add(copy.address().password());
        }
        for (String other : List.of(passwords.getFirst(), thrownAway.address().password())) {
            assertThatThrownBy(() -> connect(durable.address(), other))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void is_for_an_empty_folder_alone() throws SQLException {
        Path folder = temp.resolve("two");
        EmbeddedServer first = EmbeddedServer.start(folder);
        first.stop();
        EmbeddedServer again = keep(EmbeddedServer.start(folder, prepare()));
        assertThat(again.isNew()).isFalse();
        assertThat(again.address().password()).isEqualTo(first.address().password());
        assertThat(hasTable(again.address())).isFalse();
    }

    @Test
    void one_that_is_gone_or_of_another_version_is_left_alone() throws IOException, SQLException {
        PreparedCluster prepared = prepare();
        Path version = prepared.folder().resolve("PG_VERSION");
        Files.writeString(version, "9.6\n");
        EmbeddedServer older = keep(EmbeddedServer.start(temp.resolve("three"), prepared));
        assertThat(hasTable(older.address())).isFalse();

        PreparedCluster gone = new PreparedCluster(temp.resolve("nowhere"));
        EmbeddedServer fresh = keep(EmbeddedServer.start(temp.resolve("four"), gone));
        assertThat(hasTable(fresh.address())).isFalse();
    }

    @Test
    void a_copy_that_was_interrupted_is_made_again() throws IOException, SQLException {
        Path folder = temp.resolve("five");
        Files.createDirectories(folder.resolve("cluster.new/base"));
        Files.writeString(folder.resolve("cluster.new/PG_VERSION"), "18\n");
        EmbeddedServer server = keep(EmbeddedServer.start(folder, prepare()));
        assertThat(hasTable(server.address())).isTrue();
        assertThat(folder.resolve("cluster.new")).doesNotExist();
    }
}
