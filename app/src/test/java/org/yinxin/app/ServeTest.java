package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, String> authority;
        LocalDate date;
        try (RunningHall first = StartHall.serve(serve())) {
            accounts = Files.readString(first.data().accounts());
            assertThat(accounts.lines().filter(line -> !line.startsWith("#"))).hasSize(6);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(first.data().accounts())))
                    .isEqualTo("rw-------");
            assertThat(Visit.status(first.address() + "/")).isEqualTo(200);
            awaitUnits(first);
            authority = keyStores(first);
            assertThat(authority).isNotEmpty();
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

    /** Waits for the job that makes the last of the keys; it runs beside the test. */
    private static void awaitUnits(RunningHall hall) throws InterruptedException {
        var job = TaskInstanceId.of("authority-certify-units", RecurringTask.INSTANCE);
        for (int tries = 0; tries < 6_000; tries++) {
            if (hall.part(Scheduler.class)
                    .getScheduledExecution(job)
                    .map(ScheduledExecution::getLastSuccess)
                    .isPresent()) {
                return;
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("the units were not certified");
    }

    /** Each file of the authority's keys by its name, with what is in it. */
    private static Map<String, String> keyStores(RunningHall hall) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (var files = Files.newDirectoryStream(hall.data().keys().resolve("authority"))) {
            for (Path file : files) {
                content.put(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
