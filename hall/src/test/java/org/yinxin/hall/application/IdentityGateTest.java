package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.People;
import org.yinxin.standins.identity.BankStandIn;
import org.yinxin.standins.identity.EnterpriseRegisterStandIn;
import org.yinxin.standins.identity.RealNameStandIn;
import org.yinxin.standins.identity.Steering.Behaviour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gates of identification, walked through the open API and the pages, with the sources behind them. */
class IdentityGateTest {

    private static final String SECRET = "the-secret-of-the-tests";
    private static final String MOBILE = "19900000001";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RealNameStandIn realName;
    private static EnterpriseRegisterStandIn register;
    private static BankStandIn bank;
    private static ApplicationSite site;

    private final Actor.Subscriber owner = ApplicationSite.newcomer();
    private Browser browser;
    private CaseNumber number;

    @BeforeAll
    static void open() throws IOException {
        realName = RealNameStandIn.start(0, SECRET, new HallTime(), new SecureRandom());
        register = EnterpriseRegisterStandIn.start(0, SECRET);
        bank = BankStandIn.start(0, SECRET, new HallTime());
        Path secret = Files.createTempFile("yinxin-test", ".secret");
        Files.writeString(secret, SECRET);
        List<String> settings = new ArrayList<>();
        Map.of(
                        "real-name", realName.baseUrl(),
                        "register", register.baseUrl(),
                        "bank", bank.baseUrl())
                .forEach(
                        (name, url) -> {
                            String prefix = "--yinxin.identification.source." + name;
                            settings.add(prefix + ".url=" + url);
                            settings.add(prefix + ".secret-file=" + secret);
                            settings.add(prefix + ".connect-within=1m");
                            settings.add(prefix + ".answer-within=1m");
                        });
        site = new ApplicationSite(settings, IdentitySite.class);
    }

    @AfterAll
    static void close() {
        site.close();
        realName.close();
        register.close();
        bank.close();
    }

    @BeforeEach
    void begin() {
        browser = site.somebody(owner);
        number = site.opened(owner, "identity-test");
        // Codes to one number are limited; each test has its own hours.
        site.hall.clock().advance(Duration.ofHours(2));
    }

    @AfterEach
    void calm() {
        realName.steering().calm();
        register.steering().calm();
        bank.steering().calm();
    }

    private JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> api(String method, String rest, Map<String, String> body) {
        return browser.call(
                method,
                "/api/v1/applications/" + number + rest,
                method.equals("GET") ? null : JSON.writeValueAsString(body));
    }

    private JsonNode get(String rest) {
        return json(api("GET", rest, Map.of()));
    }

    private HttpResponse<String> post(String rest, Map<String, String> body) {
        return api("POST", rest, body);
    }

    private void answer(Map<String, String> more) {
        Map<String, String> answers = new HashMap<>(ApplicationRoom.answers("91150100MA0T0045X0"));
        answers.put("agentMobile", MOBILE);
        answers.putAll(more);
        json(api("PUT", "/form", answers));
    }

    private String standing(String gate) {
        for (JsonNode each : get("").path("gates")) {
            if (each.path("code").asString("").equals(gate)) {
                return each.path("state").asString(each.path("standing").asString(""));
            }
        }
        throw new AssertionError("no gate " + gate);
    }

    @Test
    void walks_the_gates_through_the_open_api() {
        assertThat(api("GET", "/identity/KYC", Map.of()).statusCode()).isEqualTo(409);
        answer(Map.of());
        JsonNode open = get("/identity/KYC");
        assertThat(open.path("party").asString("")).isEqualTo("AGENT");
        assertThat(open.path("state").asString("")).isEqualTo("open");
        assertThat(open.path("methods")).hasSize(4);
        assertThat(open.path("attemptsLeft").asInt()).isEqualTo(3);

        JsonNode sent = json(post("/identity/KYC", Map.of("method", "MOBILE")));
        assertThat(sent.path("state").asString("")).isEqualTo("code-sent");
        assertThat(sent.path("sentTo").asString("")).isEqualTo("199****0001");
        assertThat(post("/identity/KYC/confirmation", Map.of("code", "x")).body()).contains("2221");
        String code = site.hall.codeSentTo(MOBILE);
        JsonNode passed = json(post("/identity/KYC/confirmation", Map.of("code", code)));
        assertThat(passed.path("state").asString("")).isEqualTo("passed");
        assertThat(standing("KYC")).isEqualToIgnoringCase("passed");

        json(post("/identity/ORG", Map.of("method", "REGISTER")));
        assertThat(standing("ORG")).isEqualToIgnoringCase("passed");

        JsonNode money =
                json(
                        post(
                                "/bank-check/BANK",
                                Map.of(
                                        "accountName", "云岭市星河测试科技有限公司",
                                        "accountNumber", "150100000000017",
                                        "bank", "云岭市测试银行")));
        assertThat(money.path("state").asString("")).isEqualTo("sent");
        assertThat(money.path("amount").asString("")).isEqualTo("0.01");
        assertThat(post("/bank-check/BANK/confirmation", Map.of("memo", "x")).body())
                .contains("2236");
        String memo = bank.transfersTo("150100000000017").getFirst().memo();
        json(post("/bank-check/BANK/confirmation", Map.of("memo", memo)));
        assertThat(standing("BANK")).isEqualToIgnoringCase("passed");
        assertThat(evidence("KYC")).startsWith("MOBILE MATCH try:");
        assertThat(evidence("ORG")).startsWith("REGISTER MATCH try:");
        assertThat(evidence("BANK")).startsWith("BANK MEMO transfer:");
    }

    @Test
    void walks_the_gates_through_the_pages() {
        answer(Map.of());
        String page = "/applications/" + number + "/identity/KYC";
        assertThat(browser.get("/applications/" + number).body()).contains("/identity/KYC");
        assertThat(browser.get(page).body())
                .contains("经办人", "测**", "手机实名认证", "银行卡认证", "刷脸认证", "还可以试 3 次");
        assertThat(browser.post(page, Map.of("method", "SMS")).statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).contains("199****0001", "填写验证码");
        HttpResponse<String> wrong = browser.post(page + "/confirmation", Map.of("code", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("还可以再试 2 次", "href=\"#code\"");
        String code = site.hall.codeSentTo(MOBILE);
        assertThat(browser.post(page + "/confirmation", Map.of("code", code)).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(page).body()).contains("验证通过", "继续办理");

        String org = "/applications/" + number + "/identity/ORG";
        assertThat(browser.post(org, Map.of("method", "REGISTER")).statusCode()).isEqualTo(303);
        String account = "/applications/" + number + "/bank-check/BANK";
        assertThat(browser.get(account).body())
                .contains("0.01 元", "value=\"云岭市星河测试科技有限公司\"", "打款验证");
        HttpResponse<String> other =
                browser.post(
                        account,
                        Map.of("accountName", "别的公司", "accountNumber", "12345678", "bank", "x"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("账户名称必须与单位名称一致", "value=\"12345678\"");
        Map<String, String> own =
                Map.of(
                        "accountName", "云岭市星河测试科技有限公司",
                        "accountNumber", "150100000000025",
                        "bank", "云岭市测试银行");
        assertThat(browser.post(account, own).statusCode()).isEqualTo(303);
        assertThat(browser.get(account).body()).contains("附言中的 6 位数字", "*******0025");
        String memo = bank.transfersTo("150100000000025").getFirst().memo();
        assertThat(browser.post(account + "/confirmation", Map.of("memo", memo)).statusCode())
                .isEqualTo(303);
        assertThat(browser.get(account).body()).contains("账户验证通过");
        assertThat(browser.get(account + "?lang=en").body()).contains("The account is proved");
    }

    @Test
    void a_dead_source_leaves_the_gate_open_with_a_plain_sentence() {
        answer(Map.of());
        realName.steering().behave(new Behaviour.Dead());
        String page = "/applications/" + number + "/identity/KYC";
        HttpResponse<String> shown = browser.post(page, Map.of("method", "MOBILE"));
        assertThat(shown.statusCode()).isEqualTo(503);
        assertThat(shown.body()).contains("没有扣减次数", "换一种验证方式", "短信签名确认");
        assertThat(standing("KYC")).isEqualToIgnoringCase("open");
    }

    @Test
    void shows_a_face_as_a_code_to_scan_and_never_as_the_only_way() {
        answer(Map.of());
        String page = "/applications/" + number + "/identity/KYC";
        browser.post(page, Map.of("method", "FACE"));
        String link = get("/identity/KYC").path("link").asString("");
        assertThat(browser.get(page).body())
                .contains("class=\"qr\"", link, "不保存人脸信息", "换一种方式", "短信签名确认");
        assertThat(browser.post(page + "/confirmation", Map.of()).body()).contains("手机上还没有完成刷脸");
        realName.look(link, true);
        assertThat(browser.post(page + "/confirmation", Map.of()).statusCode()).isEqualTo(303);
        assertThat(standing("KYC")).isEqualToIgnoringCase("passed");
    }

    @Test
    void a_form_changed_meanwhile_is_identified_anew() {
        answer(Map.of());
        json(post("/identity/KYC", Map.of("method", "SMS")));
        String code = site.hall.codeSentTo(MOBILE);
        answer(Map.of("agentName", "测试丁"));
        assertThat(post("/identity/KYC/confirmation", Map.of("code", code)).body())
                .contains("2208");
        assertThat(standing("KYC")).isEqualToIgnoringCase("open");
    }

    @Test
    void an_unknown_organisation_passes_softly_and_its_evidence_says_so() {
        answer(Map.of("creditCode", "11150000011500000C", "subjectType", "GOVERNMENT"));
        json(post("/identity/ORG", Map.of("method", "REGISTER")));
        assertThat(evidence("ORG")).startsWith("REGISTER UNKNOWN");
    }

    @Test
    void a_reviewer_reads_that_no_source_knew_the_organisation() {
        answer(Map.of("creditCode", "11150000011500000C", "subjectType", "GOVERNMENT"));
        json(post("/identity/KYC", Map.of("method", "SMS")));
        String code = site.hall.codeSentTo(MOBILE);
        json(post("/identity/KYC/confirmation", Map.of("code", code)));
        json(post("/identity/ORG", Map.of("method", "REGISTER")));
        String account = "150100000000033";
        json(
                post(
                        "/bank-check/BANK",
                        Map.of(
                                "accountName", "云岭市星河测试科技有限公司",
                                "accountNumber", account,
                                "bank", "云岭市测试银行")));
        String memo = bank.transfersTo(account).getFirst().memo();
        json(post("/bank-check/BANK/confirmation", Map.of("memo", memo)));
        AgreementView agreement = done(site.hall.get(ReadAgreement.class).read(owner, number));
        done(
                site.hall
                        .get(AcceptAgreement.class)
                        .accept(owner, number, agreement.version(), agreement.sm3(), "127.0.0.1"));
        for (String paper : List.of("licence", "seal", "legal-id")) {
            byte[] picture = Pictures.png(40, 30 + paper.length());
            done(site.hall.get(AttachPaper.class).attach(owner, number, paper, picture));
        }
        done(site.hall.get(SubmitApplication.class).submit(owner, number));
        Dossier dossier =
                done(site.hall.get(ReadReview.class).read(People.ENTRY_OFFICER, number))
                        .current()
                        .dossier();
        assertThat(dossier.sections())
                .flatExtracting(Dossier.Section::items)
                .filteredOn(item -> item.key().equals("organisationName"))
                .flatExtracting(Dossier.Item::warnings)
                .extracting(Dossier.Warning::messageKey)
                .containsExactly("identification.unknown");
    }

    @Test
    void refuses_strangers_and_gates_that_are_none() {
        answer(Map.of());
        Browser stranger = site.somebody(ApplicationSite.newcomer());
        String identity = "/api/v1/applications/" + number + "/identity/KYC";
        String account = "/api/v1/applications/" + number + "/bank-check/BANK";
        for (String path :
                List.of(identity, identity + "/confirmation", account, account + "/confirmation")) {
            assertThat(stranger.call("POST", path, "{}").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.call("GET", identity, null).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/applications/" + number + "/identity/KYC").statusCode())
                .isEqualTo(404);
        assertThat(
                        stranger.post(
                                        "/applications/" + number + "/bank-check/BANK",
                                        Map.of("accountNumber", "12345678"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(api("GET", "/identity/BANK", Map.of()).statusCode()).isEqualTo(404);
        assertThat(api("GET", "/bank-check/KYC", Map.of()).statusCode()).isEqualTo(404);
        assertThat(post("/identity/NOWHERE", Map.of("method", "SMS")).statusCode()).isEqualTo(404);
        assertThat(post("/identity/KYC", Map.of("method", "GUESS")).body()).contains("2202");
        assertThat(post("/identity/ORG", Map.of("method", "SMS")).body()).contains("2202");
    }

    private String evidence(String gate) {
        return site.hall
                .jdbc()
                .sql(
                        "SELECT evidence FROM application_gate WHERE number = :number AND gate = :gate")
                .param("number", number.text())
                .param("gate", gate)
                .query(String.class)
                .single();
    }

    /** The stand-ins live in the hall's time, which goes forward by hours. */
    private static final class HallTime extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return site.hall.clock().instant();
        }
    }
}
