package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One application over the open API, from sign-in to a certificate that OpenSSL accepts, and the ways off that path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiWalkTest {

    private RunningHall hall;
    private Staff staff;

    @BeforeAll
    void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER) Path data) {
        hall = RunningHall.on(data);
        staff = Staff.of(hall);
    }

    @AfterAll
    void stop() {
        hall.close();
    }

    @Test
    void leads_from_sign_in_to_a_pair_that_openssl_accepts(@TempDir Path key) {
        Client owner = Client.subscriber(hall.address(), "19900000001");
        Application application = Application.open(owner);
        assertThat(application.status()).isEqualTo("填写中");
        application.submitted("91150100MA0T0045X0");
        assertThat(application.status()).isEqualTo("待审核");
        staff.approve(application.number());
        assertThat(application.status()).isEqualTo("资料审核通过");
        application.pay();
        assertThat(application.status()).isEqualTo("等待制证发证");
        application.produce(key);
        assertThat(application.status()).isEqualTo("待领取或寄出");
        staff.deliver(application.number(), application.gate("SHIP"));
        JsonNode done = application.view();
        assertThat(done.get("status").get("words").asString()).isEqualTo("已办结");
        assertThat(done.get("timeline").size()).isGreaterThan(5);

        IssuedPair.in(key).isAcceptedByOpenSsl(hall.address(), "91150100MA0T0045X0");
    }

    @Test
    void returns_item_by_item_and_lets_only_these_be_corrected() {
        Client owner = Client.subscriber(hall.address(), "19900000002");
        Application application = Application.open(owner).submitted("91150100MA0T00345Y");
        staff.enter(application.number());
        staff.decide(
                        staff.approvingOfficer(),
                        application.number(),
                        "return",
                        List.of(Map.of("item", "licence", "reason", "unclear", "text", "请重新拍照")))
                .expect(200);
        assertThat(application.status()).isEqualTo("附件审核未通过，请重新上传");
        assertThat(application.attach("seal", Pictures.png("别的")).status()).isEqualTo(409);
        application.attach("licence", Pictures.png("清晰的执照")).expect(200);
        assertThat(application.status()).isEqualTo("待确认合同");
        application.prove("SIGN_CONFIRM", "SMS", Application.mobile("91150100MA0T00345Y"));
        application.submit().expect(200);
        assertThat(application.status()).isEqualTo("待审核");
    }

    @Test
    void refuses_a_second_submission_and_another_persons_application() {
        Client owner = Client.subscriber(hall.address(), "19900000003");
        Application application = Application.open(owner).submitted("91150100MA0T00222X");
        assertThat(application.submit().status()).isEqualTo(409);

        Client stranger = Client.subscriber(hall.address(), "19900000004");
        assertThat(stranger.get(application.path("")).status()).isEqualTo(404);
        assertThat(new Application(stranger, application.number()).submit().status())
                .isEqualTo(404);
        assertThat(Client.anonymous(hall.address()).get(application.path("")).status())
                .isEqualTo(401);
    }

    @Test
    void keeps_every_acknowledged_fact_over_kill_9(
            @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER) Path data)
            throws InterruptedException {
        RunningHall first = RunningHall.on(data);
        Client owner = Client.subscriber(first.address(), "19900000005");
        Application application = Application.open(owner).submitted("91150100MA0T0002X6");
        JsonNode before = application.view();
        first.kill();

        try (RunningHall second = RunningHall.on(data)) {
            var again =
                    new Application(
                            new Client(second.address(), owner.token()), application.number());
            JsonNode after = again.view();
            assertThat(after.get("gates")).isEqualTo(before.get("gates"));
            assertThat(after.get("papers")).isEqualTo(before.get("papers"));
            assertThat(after.get("form")).isEqualTo(before.get("form"));
            Staff.of(second).approve(application.number());
            assertThat(second.terminate(60)).isIn(0, 143);
        }
    }

    @Test
    void describes_each_step_in_openapi() {
        JsonNode described = Client.anonymous(hall.address()).get("/openapi.json").expect(200);
        assertThat(described.get("openapi").asString()).startsWith("3.1");
        var paths = new ArrayList<String>();
        described.get("paths").propertyNames().forEach(paths::add);
        assertThat(paths)
                .contains(
                        "/api/v1/sign-in/codes",
                        "/api/v1/sign-in",
                        "/api/v1/applications",
                        "/api/v1/applications/{number}",
                        "/api/v1/applications/{number}/form",
                        "/api/v1/applications/{number}/agreement",
                        "/api/v1/applications/{number}/papers/{paper}",
                        "/api/v1/applications/{number}/submission",
                        "/api/v1/applications/{number}/payment",
                        "/api/v1/applications/{number}/production",
                        "/api/v1/applications/{number}/production/confirmation",
                        "/api/v1/staff/reviews/{number}/entry",
                        "/api/v1/staff/reviews/{number}/decision",
                        "/api/v1/certificates",
                        "/api/v1/inbox");
    }
}
