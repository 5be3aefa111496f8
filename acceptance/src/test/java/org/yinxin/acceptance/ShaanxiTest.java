package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * 陕西CA (内蒙古一证通), by its form and price list: 300 yuan for the first year and 260 for the next, main and secondary keys,
 * the same papers for everything, and a certificate that can be put on hold and resumed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShaanxiTest {

    private OneSystem system;
    private LocalDate end;
    private Client.Answer asked31DaysBefore;
    private Pair old;
    private Pair renewed;

    @BeforeAll
    void live_until_the_last_thirty_days(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path media) {
        system = new OneSystem(data, media, "shaanxi", "19900000270");
        old = system.issue();
        end = old.lastDay();
        system.on(end.minusDays(31));
        asked31DaysBefore = system.tryBegin(old, "RENEW");
        system.on(end.minusDays(30));
        renewed = system.begin(old, "RENEW").through().pair();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void offers_the_businesses_of_the_form() {
        assertThat(system.offers())
                .extracting(Offer::title)
                .containsExactly("新申请", "延期（年检）", "变更", "补办", "增办副证", "解锁", "挂起", "解挂", "注销");
    }

    @Test
    void costs_what_the_price_list_says() {
        assertThat(system.offer("NEW").fen()).isEqualTo(300_00);
        assertThat(system.offer("RENEW").fen()).isEqualTo(260_00);
        assertThat(system.offer("CHANGE").fen()).isZero();
        assertThat(system.offer("UNLOCK").fen()).isZero();
    }

    @Test
    void asks_for_the_same_papers_for_a_change_a_reissue_and_a_renewal_as_for_a_new_one() {
        for (String business : new String[] {"NEW", "RENEW", "CHANGE", "REISSUE_LOST"}) {
            assertThat(system.offer(business).papers())
                    .as(business)
                    .containsExactly(
                            "form", "authorisation", "seal", "licence", "legal-id", "agent-id");
            assertThat(system.offer(business).inThisOrder("FORM", "SUBMIT", "REVIEW", "PRODUCE"))
                    .isTrue();
        }
        Offer first = system.offer("NEW");
        assertThat(first.paper("form").path("title").asString()).contains("一式三联");
        assertThat(first.paper("seal").path("help").asString())
                .contains("公章、法人签字、法人签章", "三次", "居中", "切勿压线");
        assertThat(first.paper("authorisation").path("help").asString())
                .contains("授权委托有效期", "无权转让");
        assertThat(system.offer("NEW").question("legalMobile").path("required").asString())
                .isEqualTo("ALWAYS");
    }

    @Test
    void asks_for_the_part_that_the_subject_takes() {
        Offer first = system.offer("NEW");
        assertThat(first.question("role").path("label").asString()).isEqualTo("主体类型");
        assertThat(first.question("role").path("options").toString())
                .contains("招标人/采购人", "代理机构", "投标人/竞标人", "评标专家", "其他");
        assertThat(first.question("legalDocument").path("options").toString())
                .contains("居民身份证", "护照", "军官证")
                .doesNotContain("OTHER");
        assertThat(first.question("delivery").path("options").toString()).contains("不高于23元");
    }

    @Test
    void takes_no_authorisation_from_the_legal_representative_in_person() {
        Answers person = Answers.ofAnotherOrganisation().with("actor", "LEGAL");
        Passage passage = system.first(person).upTo("UPLOAD");
        assertThat(
                        passage.subject()
                                .view()
                                .path("papers")
                                .valueStream()
                                .filter(it -> it.path("required").asBoolean())
                                .map(it -> it.path("code").asString()))
                .containsExactly("form", "seal", "licence", "legal-id");
        assertThat(passage.through().pair().status()).isEqualTo("VALID");
    }

    @Test
    void gives_a_unit_several_main_keys_and_adds_a_secondary_one() {
        Pair main = system.issue();
        assertThat(system.first(main.answers()).through().pair().status()).isEqualTo("VALID");
        Pair secondary = system.begin(main, "ADD_KEY").through().pair();
        assertThat(secondary.notAfter()).isEqualTo(main.notAfter());
        assertThat(main.status()).isEqualTo("VALID");
        secondary.isAcceptedByOpenSsl();
    }

    @Test
    void issues_a_first_certificate_and_sends_it() {
        Answers sent = Answers.ofAnotherOrganisation().with("delivery", "COURIER_COLLECT");
        Passage passage = system.first(sent).upTo("PAY");
        assertThat(passage.subject().bill()).isEqualTo(300_00);
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history()).containsSubsequence("审核通过", "已支付", "证书已签发", "已寄出");
        assertThat(pair.lastDay()).isEqualTo(issued(pair).plusYears(1));
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void bills_each_secondary_key() {
        Answers two = Answers.ofAnotherOrganisation().with("secondaryKeys", "2");
        assertThat(system.first(two).upTo("PAY").subject().bill()).isEqualTo(900_00);
    }

    @Test
    void hands_over_what_is_fetched_without_a_courier() {
        Answers fetched = Answers.ofAnotherOrganisation().with("delivery", "PICKUP");
        Passage passage = system.first(fetched).through();
        assertThat(passage.subject().history()).doesNotContain("已寄出");
    }

    @Test
    void renews_in_the_last_thirty_days_for_260_yuan() {
        assertThat(asked31DaysBefore.status()).isEqualTo(409);
        assertThat(asked31DaysBefore.refusal())
                .isEqualTo("可办理日期：" + end.minusDays(30) + " 起；您的证书 " + end + " 到期。");
        assertThat(renewed.lastDay()).isEqualTo(end.plusYears(1));
        system.mine(old).becomes("SUPERSEDED");
        renewed.isAcceptedByOpenSsl();
    }

    @Test
    void takes_another_legal_representative_for_a_change_and_bills_nothing() {
        Pair before = system.issue();
        Answers changed =
                before.answers()
                        .with("legalName", "测试戊")
                        .with("legalIdentityNumber", "15010220000229002X");
        Passage change = system.begin(before, "CHANGE", changed).through();
        assertThat(change.subject().finished()).isTrue();
        assertThat(change.pair().notAfter()).isEqualTo(before.notAfter());
        before.becomes("SUPERSEDED");
        change.pair().isAcceptedByOpenSsl();
    }

    @Test
    void reissues_a_key_and_revokes_the_old_one() {
        Pair lost = system.issue();
        Pair found = system.begin(lost, "REISSUE_LOST").through().pair();
        assertThat(found.notAfter()).isEqualTo(lost.notAfter());
        lost.becomes("REVOKED");
        found.isAcceptedByOpenSsl();
    }

    @Test
    void holds_a_certificate_resumes_it_and_revokes_it_for_good() {
        Pair pair = system.issue();
        assertThat(system.tryBegin(pair, "RESUME").status()).isEqualTo(409);
        Passage hold = system.begin(pair, "SUSPEND").through();
        assertThat(hold.subject().history()).contains("证书已挂起");
        pair.becomes("HELD");
        assertThat(system.tryBegin(pair, "CHANGE").status()).isEqualTo(409);
        Passage resumed = system.begin(pair, "RESUME").through();
        assertThat(resumed.subject().history()).contains("证书已恢复");
        pair.becomes("VALID");
        Passage revoked = system.begin(pair, "REVOKE").through();
        assertThat(revoked.subject().history()).contains("证书已注销");
        pair.becomes("REVOKED");
        assertThat(system.tryBegin(pair, "RENEW").status()).isEqualTo(409);
    }

    @Test
    void unlocks_a_key_with_the_letter_of_the_legal_representative_for_nothing() {
        AgentToken token = system.token();
        Pair pair = system.walk(Answers.ofAnotherOrganisation(), token);
        token.lock();
        Passage unlocking = system.begin(pair, "UNLOCK", token);
        assertThat(unlocking.subject().offer().papers()).containsExactly("authorisation");
        assertThat(unlocking.subject().gate("UNLOCK").path("settings").path("modes").toString())
                .isEqualTo("[\"OFFICER\",\"COUNTER\"]");
        unlocking.through();
        assertThat(token.locked()).isFalse();
    }

    private static LocalDate issued(Pair pair) {
        return LocalDate.ofInstant(
                Instant.parse(pair.view().path("notBefore").asString()), Pair.CHINA);
    }
}
