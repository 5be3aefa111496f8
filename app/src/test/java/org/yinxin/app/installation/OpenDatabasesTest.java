package org.yinxin.app.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.StartRefused;
import org.yinxin.app.commandline.Command.OutsideDatabase;
import org.yinxin.app.wiring.Databases;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.PostgresUnavailable;
import org.yinxin.store.postgres.PreparedCluster;

class OpenDatabasesTest {

    private static EmbeddedServer server;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.throwAway();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private OutsideDatabase outside(DatabaseServer address) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), address.password() + "\n");
        return new OutsideDatabase(address.jdbcUrl(), address.user(), password);
    }

    @Test
    void an_outside_server_serves_as_well_and_again() throws IOException {
        DataFolder data = new DataFolder(folder);
        OutsideDatabase outside = outside(server.createDatabase());
        for (boolean keysAreNew : new boolean[] {true, false}) {
            try (Databases databases = OpenDatabases.of(data, outside, keysAreNew, null)) {
                assertThat(databases.embedded()).isNull();
                assertThat(databases.hall().isRunning()).isTrue();
            }
        }
    }

    @Test
    void new_keys_open_a_new_folder_with_what_was_prepared_and_none_that_was_in_use()
            throws IOException {
        PreparedCluster prepared =
                PreparedCluster.make(
                        folder.resolve("prepared"),
                        address -> Databases.open(address, null).close());
        DataFolder data = DataFolder.open(folder.resolve("data"));
        Keys keys = new Keys(data.keys());
        keys.prepare(new SecureRandom());
        try (Databases databases = OpenDatabases.of(data, null, true, prepared)) {
            assertThat(databases.hall().isRunning()).isTrue();
        }
        assertThatThrownBy(() -> OpenDatabases.of(data, null, true, prepared))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to an installation whose keys are not in");
        assertThat(data.keys()).doesNotExist();
    }

    @Test
    void new_keys_are_refused_by_a_database_that_was_sealed_with_others() throws IOException {
        DataFolder data = new DataFolder(folder);
        OutsideDatabase outside = outside(server.createDatabase());
        OpenDatabases.of(data, outside).close();
        new Keys(data.keys()).prepare(new SecureRandom());
        assertThatThrownBy(() -> OpenDatabases.of(data, outside, true, null))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to an installation whose keys are not in");
        assertThat(data.keys()).doesNotExist();
    }

    @Test
    void says_that_the_password_file_cannot_be_read() {
        OutsideDatabase outside =
                new OutsideDatabase("jdbc:postgresql:x", "u", folder.resolve("absent"));
        assertThatThrownBy(() -> OpenDatabases.of(new DataFolder(folder), outside))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("absent cannot be read: there is no such file");
    }

    @Test
    void says_that_the_database_is_down() throws IOException {
        OutsideDatabase outside =
                outside(new DatabaseServer("jdbc:postgresql://127.0.0.1:1/x", "u", "p"));
        assertThatThrownBy(() -> OpenDatabases.of(new DataFolder(folder), outside))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("127.0.0.1:1");
    }
}
