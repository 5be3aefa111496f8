package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.store.postgres.PostgresUnavailable;

/** What {@code ./yinxin serve} keeps, and whom it refuses. */
class ServeTest {

    @TempDir Path temp;

    private Serve serve() {
        return serve(0);
    }

    private Serve serve(int daysAhead) {
        return new Serve(0, "127.0.0.1", temp.resolve("data"), null, null, daysAhead);
    }

    @Test
    void a_restart_keeps_keys_accounts_and_authority_also_after_a_year() throws Exception {
        String accounts;
        byte[] authority;
        LocalDate date;
        try (RunningHall first = StartHall.serve(serve())) {
            accounts = Files.readString(first.data().accounts());
            assertThat(accounts.lines().filter(line -> !line.startsWith("#"))).hasSize(6);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(first.data().accounts())))
                    .isEqualTo("rw-------");
            assertThat(Visit.status(first.address() + "/")).isEqualTo(200);
            authority = keyStores(first);
            date = first.today();
            assertThatThrownBy(() -> StartHall.serve(serve()))
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("in use by another running Yinxin");
        }
        try (RunningHall second = StartHall.serve(serve(400))) {
            assertThat(second.today()).isAfterOrEqualTo(date.plusDays(400));
            assertThat(Visit.status(second.address() + "/")).isEqualTo(200);
            assertThat(Files.readString(second.data().accounts())).isEqualTo(accounts);
            assertThat(keyStores(second)).isEqualTo(authority);
        }
    }

    @Test
    void a_real_hall_that_lacks_its_settings_starts_nothing() throws IOException {
        Path config = Files.writeString(temp.resolve("hall.yaml"), "yinxin: {}\n");
        Path data = temp.resolve("data");
        assertThatThrownBy(() -> StartHall.serve(new Serve(0, "127.0.0.1", data, null, config, 0)))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(StartRefused.MISUSE));
        assertThat(data).doesNotExist();
    }

    private static byte[] keyStores(RunningHall hall) throws IOException {
        Path folder = hall.data().keys().resolve("authority");
        try (var files = Files.list(folder)) {
            return files.sorted()
                    .map(Path::toString)
                    .reduce("", String::concat)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
