package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.walk.Walk;
import org.yinxin.app.walk.Walk.HallAddress;

/** The whole program on a throw-away database, walked as {@code ./yinxin demo} walks it. */
class DemonstrationTest {

    private static RunningHall hall;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        hall = StartHall.throwAway();
    }

    @AfterAll
    static void stop() {
        Path data = hall.data().root();
        hall.close();
        hall.close();
        assertThat(data).doesNotExist();
    }

    private boolean walk(@Nullable String plan, Path out) {
        Walk walk =
                new Walk(
                        new HallAddress(hall.address(), hall.keyAgent(), hall.data().accounts()),
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        new SecureRandom());
        return walk.arrives(plan, null, out);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void every_plan_gets_an_application_from_sign_in_to_its_certificates(@TempDir Path out)
            throws IOException {
        assertThat(walk("all", out)).as(told()).isTrue();
        assertThat(told()).containsPattern(" 1 +choose a business +\\d+ ms");
        try (var folders = Files.list(out)) {
            assertThat(folders)
                    .hasSize(9)
                    .allSatisfy(
                            folder ->
                                    assertThat(folder)
                                            .isDirectoryContaining("glob:**/sign.pem")
                                            .isDirectoryContaining("glob:**/enc.pem")
                                            .isDirectoryContaining("glob:**/chain.pem")
                                            .isDirectoryContaining("glob:**/crl.der")
                                            .isDirectoryContaining("glob:**/ocsp-sign.der")
                                            .isDirectoryContaining("glob:**/ocsp-enc.der")
                                            .isDirectoryContaining("glob:**/enc-envelope.der")
                                            .isDirectoryContaining("glob:**/application.json"));
        }
    }

    @Test
    void a_step_that_fails_is_named_with_what_was_answered(@TempDir Path out) {
        assertThat(walk("no-such-plan", out)).isFalse();
        assertThat(told())
                .contains("choose a business")
                .contains("failed")
                .contains("no-such-plan");
    }

    @Test
    void the_first_visits_are_answered() throws IOException, InterruptedException {
        for (String path :
                new String[] {
                    "/",
                    "/?lang=en",
                    "/demo/inbox",
                    "/demo/bank",
                    "/demo/bank.json",
                    "/openapi.json",
                    "/actuator/health/liveness"
                }) {
            assertThat(Visit.status(hall.address() + path)).as(path).isEqualTo(200);
        }
        assertThat(Visit.status(hall.address() + "/demo/wechat?codeUrl=none")).isEqualTo(404);
    }

    @Test
    void metrics_are_for_this_machine_only() throws IOException, InterruptedException {
        String metrics = hall.address() + "/actuator/prometheus";
        assertThat(Visit.status(metrics)).isEqualTo(200);
        assertThat(Visit.body(metrics))
                .contains("yinxin_crl_left_seconds{authority=\"yinxin-demo\",list=\"full\"}");
        assertThat(Visit.status(metrics, "X-Forwarded-For", "203.0.113.7")).isEqualTo(403);
        assertThat(Visit.status(hall.address() + "/actuator/env")).isNotEqualTo(200);
    }
}
