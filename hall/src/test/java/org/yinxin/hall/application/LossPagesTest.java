package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Browser.location;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.hall.access.TokenKind;
import org.yinxin.hall.access.Tokens;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.Outcomes;
import org.yinxin.pki.certificate.SerialNumber;

/** Losses and the staff's own endings, as pages and open API. */
class LossPagesTest {

    private static final String MOBILE = "19900000777";

    private static final ApplicationSite SITE = new ApplicationSite();
    private static int drawn = 4096;

    private final Actor.Subscriber who = ApplicationSite.newcomer();
    private final Browser browser = SITE.somebody(who);
    private final String serial = issued();

    @AfterAll
    static void close() {
        SITE.close();
    }

    /** A pair in the ledger, and a telephone to read codes on. */
    private String issued() {
        ColumnCipher cipher = SITE.hall.get(ColumnCipher.class);
        SITE.hall
                .jdbc()
                .sql("UPDATE account SET mobile = :mobile WHERE id = :id")
                .param("mobile", cipher.seal(MOBILE))
                .param("id", who.account().value())
                .update();
        UUID pair = UUID.randomUUID();
        LedgerEntry sign = entry(pair, CertificateUse.SIGN);
        LedgerEntry encryption = entry(pair, CertificateUse.ENCRYPT);
        new TransactionTemplate(SITE.hall.get(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> SITE.hall.get(CertificateLedger.class).enter(sign, encryption));
        return sign.serial().hex();
    }

    private LedgerEntry entry(UUID pair, CertificateUse use) {
        drawn++;
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        return new LedgerEntry(
                new SerialNumber(BigInteger.valueOf(drawn)),
                new AuthorityCode("sample-authority"),
                use,
                pair,
                new CaseNumber("2611-7K4M-9QTX"),
                who.account(),
                "云岭市星河测试科技有限公司",
                "云岭市星河测试科技有限公司",
                null,
                now,
                now.plus(Duration.ofDays(365)),
                new byte[] {1},
                now,
                now);
    }

    private static Browser officer(String name, Role role) {
        var made =
                Outcomes.done(
                        SITE.hall
                                .get(CreateOperator.class)
                                .create(new Actor.Hall("test"), name, Set.of(role)));
        Browser browser = SITE.hall.browser();
        browser.get("/staff/sign-in");
        return browser.bear(
                SITE.hall
                        .get(Tokens.class)
                        .issue(TokenKind.OPERATOR, UUID.fromString(made.id().toString()))
                        .token());
    }

    private void eventually(String path, String text) throws InterruptedException {
        for (int tries = 0; tries < 3_600 && !browser.get(path).body().contains(text); tries++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        assertThat(browser.get(path).body()).contains(text);
    }

    @Test
    void a_holder_reports_a_loss_with_the_code_that_was_sent() throws Exception {
        String page = "/certificates/" + serial + "/loss";
        assertThat(browser.get(page).body()).contains("获取验证码").doesNotContain("??");
        assertThat(location(browser.post(page + "/codes", Map.of()))).endsWith("?sent=true");
        var wrong = browser.post(page, Map.of("code", "abc"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#code\"");
        var done = browser.post(page, Map.of("code", SITE.hall.codeSentTo(MOBILE)));
        assertThat(location(done)).endsWith(page);
        eventually(page, "已经挂失");
        var staff = officer("auditor-" + serial, Role.AUDITOR);
        assertThat(staff.get("/staff/certificates/" + serial + "/changes").body())
                .contains("挂起", "持有者")
                .doesNotContain("??");
        assertThat(browser.call("GET", "/api/v1/certificates/" + serial + "/changes", null).body())
                .contains("\"HOLD\"", "\"SUBSCRIBER\"");
    }

    @Test
    void the_api_refuses_strangers_and_wrong_codes() {
        String path = "/api/v1/certificates/" + serial + "/loss";
        var stranger = SITE.somebody(ApplicationSite.newcomer());
        assertThat(browser.call("POST", path, "{\"code\":\"1\"}").body()).contains("\"code\":1008");
        var page = stranger.get("/certificates/" + serial + "/loss");
        assertThat(page.statusCode()).isEqualTo(404);
    }

    @Test
    void one_officer_enters_and_another_decides() throws Exception {
        var entry = officer("entry-" + serial, Role.ENTRY_OFFICER);
        var approving = officer("approving-" + serial, Role.APPROVING_OFFICER);
        String page = "/staff/certificates/" + serial + "/changes";
        assertThat(entry.get(page).body()).contains("吊销或挂起").doesNotContain("??");
        var empty = entry.post(page, Map.of("deed", "REVOKE", "note", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#note\"");
        var entered =
                entry.post(
                        page,
                        Map.of("deed", "REVOKE", "reason", "CESSATION_OF_OPERATION", "note", "来函"));
        assertThat(location(entered)).endsWith(page);
        assertThat(entry.get(page).body()).contains("录入的人不能自己决定");
        String waiting = approving.get(page).body();
        assertThat(waiting).contains("同意办理", "来函");
        String id = waiting.replaceAll("(?s).*/changes/([0-9a-f-]{36})\".*", "$1");
        var refused =
                entry.call(
                        "POST",
                        "/api/v1/staff/certificates/"
                                + serial
                                + "/ending-requests/"
                                + id
                                + "/decision",
                        "{\"approve\":true}");
        assertThat(refused.statusCode()).isEqualTo(403);
        var decided = approving.post(page + "/" + id, Map.of("approve", "true"));
        assertThat(location(decided)).endsWith(page);
        eventually("/certificates/" + serial + "/loss", "吊销");
    }
}
