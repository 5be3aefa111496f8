package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Businesses about a certificate over HTTP: the open API and the pages of a browser without scripts. */
class AboutCertificateApiTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ApplicationSite site;
    private static Browser browser;
    private static KeyPair key;
    private static String serial;

    @BeforeAll
    static void open() throws Exception {
        site = new ApplicationSite(List.of(), RenewingRoom.RenewingPlan.class);
        Actor.Subscriber who = ApplicationSite.newcomer();
        browser = site.somebody(who);
        key = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        serial = issued(site.hall, who);
        site.hall.clock().advance(Duration.ofDays(340));
        browser = site.somebody(who);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String issued(HallServer hall, Actor.Subscriber who) throws Exception {
        CaseNumber number =
                done(
                        hall.get(OpenApplication.class)
                                .open(who, RenewingRoom.PLAN, new BusinessCode("NEW")));
        done(hall.get(SaveForm.class).save(who, number, RenewingRoom.answers()));
        AgreementView agreement = done(hall.get(ReadAgreement.class).read(who, number));
        done(
                hall.get(AcceptAgreement.class)
                        .accept(who, number, agreement.version(), agreement.sm3(), "127.0.0.1"));
        done(hall.get(SubmitApplication.class).submit(who, number));
        byte[] request =
                SigningRequests.build(
                        new SoftwareSigningKey(key),
                        new SubjectName("CN", null, null, "x", List.of(), "x"));
        ProductionView pair =
                done(hall.get(ProduceCertificates.class).produce(who, number, request));
        KeyPair encryption = Sm2EnvelopedKey.parse(pair.envelope()).open(key.getPrivate());
        return done(hall.get(ConfirmProduction.class)
                        .confirm(
                                who,
                                number,
                                new SoftwareSigningKey(key).sign(pair.toSign()),
                                Sm2Encryption.decrypt(encryption.getPrivate(), pair.encrypted())))
                .certificates()
                .getFirst();
    }

    @Test
    void tells_what_can_be_done_about_a_certificate_and_when() {
        JsonNode businesses = json(browser.get("/api/v1/certificates/" + serial + "/businesses"));
        assertThat(businesses.findValuesAsString("business"))
                .containsExactly(
                        "RENEW",
                        "CHANGE",
                        "REISSUE_LOST",
                        "REISSUE_DAMAGED",
                        "ADD_KEY",
                        "RENEW_BY_KEY");
        assertThat(businesses.get(0).get("offered").asBoolean()).isTrue();
        assertThat(businesses.get(0).get("words").asString())
                .matches(
                        "可办理日期：\\d{4}-\\d\\d-\\d\\d 起，\\d{4}-\\d\\d-\\d\\d 止；您的证书 \\d{4}-\\d\\d-\\d\\d 到期。");
        Browser stranger = site.somebody(ApplicationSite.newcomer());
        assertThat(stranger.get("/api/v1/certificates/" + serial + "/businesses").statusCode())
                .isEqualTo(404);
        for (String page : List.of("/certificates", "/certificates/" + serial)) {
            assertThat(browser.get(page).body())
                    .contains("business=RENEW&amp;certificate=" + serial, "可办理日期：");
        }
    }

    @Test
    void opens_a_case_asks_for_bids_and_has_the_key_proved() {
        String opening = "{\"plan\":\"renewing\",\"business\":\"%s\",\"certificate\":\"%s\"%s}";
        assertThat(post("/api/v1/applications", opening.formatted("RENEW", serial, "")).body())
                .contains("\"code\":1352");
        assertThat(
                        post(
                                        "/api/v1/applications",
                                        opening.formatted("RENEW", serial, ",\"openBids\":true"))
                                .body())
                .contains("\"code\":1353");
        HttpResponse<String> opened =
                post("/api/v1/applications", opening.formatted("RENEW_BY_KEY", serial, ""));
        assertThat(opened.statusCode()).isEqualTo(201);
        String number = json(opened).get("number").asString();
        assertThat(json(opened).get("about").get("certificate").asString()).isEqualTo(serial);

        assertThat(browser.get("/applications/" + number).body())
                .contains("/applications/" + number + "/key/KEY", serial);
        assertThat(browser.get("/applications/" + number + "/key/KEY").body())
                .contains("/prove.js", "/api/v1/applications/" + number + "/key-proof/KEY");
        assertThat(browser.get("/applications/" + number + "/key/FORM").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/applications/" + number + "/form/organisation").body())
                .contains("取自旧证书", RenewingRoom.CREDIT_CODE);

        String proof = "/api/v1/applications/" + number + "/key-proof/KEY";
        JsonNode challenge = json(post(proof, "{}"));
        byte[] toSign = Base64.getDecoder().decode(challenge.get("challenge").asString());
        String signature =
                Base64.getEncoder().encodeToString(new SoftwareSigningKey(key).sign(toSign));
        HttpResponse<String> proved =
                post(
                        proof + "/confirmation",
                        "{\"signature\":\"%s\",\"certificate\":\"%s\"}"
                                .formatted(signature, serial));
        assertThat(proved.statusCode()).isEqualTo(200);
        assertThat(post(proof, "{}").body()).contains("\"code\":1354");
    }

    @Test
    void begins_on_the_page_with_the_question_for_bids() {
        String begin = "/applications/new?plan=renewing&business=RENEW";
        assertThat(Browser.location(browser.get(begin))).endsWith("/certificates");
        assertThat(browser.get(begin + "&certificate=" + serial).body())
                .contains("name=\"openBids\"", "name=\"acceptOpenBids\"");
        Map<String, String> chosen =
                Map.of("plan", "renewing", "business", "RENEW", "certificate", serial);
        HttpResponse<String> asked = browser.post("/applications", chosen);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("是否都已经开标");
    }

    private static HttpResponse<String> post(String path, String body) {
        return browser.call("POST", path, body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
