package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * BJCA for the procurement of central bodies, by its manual: on line renewal with less than 90 days left, without papers until
 * 365 days after the end; all else at the counter at the prices of the manual.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZhongzhiTest {

    private OneSystem system;
    private LocalDate end;
    private Client.Answer asked90DaysBefore;
    private JsonNode said90DaysBefore;
    private Pair renewed89DaysBefore;
    private Pair renewedAtTheCounter;
    private Passage late;
    private Pair renewedLate;
    private Pair overdue;

    @BeforeAll
    void live_through_the_days_of_the_manual(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path media) {
        system = new OneSystem(data, media, "zhongzhi", "19900000260");
        Pair old = system.issue();
        Pair ended = system.issue();
        Pair forTheCounter = system.issue();
        overdue = system.issue();
        end = old.lastDay();
        system.on(end.minusDays(90));
        said90DaysBefore = system.mine(old).business("RENEW");
        asked90DaysBefore = system.tryBegin(old, "RENEW");
        system.on(end.minusDays(89));
        renewed89DaysBefore = system.begin(old, "RENEW").through().pair();
        renewedAtTheCounter = system.begin(forTheCounter, "RENEW_COUNTER").through().pair();
        system.on(end.plusDays(365));
        late = system.begin(ended, "RENEW").upTo("PAY");
        renewedLate = late.pass("PAY", "PRODUCE").pair();
        system.on(end.plusDays(366));
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void offers_the_businesses_of_the_manual_on_line_and_at_the_counter() {
        assertThat(system.offers())
                .extracting(Offer::title, Offer::channel)
                .containsExactly(
                        tuple("初次办理", "COUNTER"),
                        tuple("证书更新（在线）", "ONLINE"),
                        tuple("证书更新（现场）", "COUNTER"),
                        tuple("证书信息变更", "COUNTER"),
                        tuple("证书丢失补办", "COUNTER"),
                        tuple("证书损坏补办", "COUNTER"),
                        tuple("证书解锁（在线）", "ONLINE"),
                        tuple("证书解锁（现场）", "COUNTER"),
                        tuple("证书吊销", "COUNTER"));
    }

    @Test
    void costs_what_the_manual_says() {
        assertThat(system.offer("NEW").fen()).isEqualTo(260_00);
        assertThat(system.offer("RENEW").fen()).isEqualTo(180_00);
        assertThat(system.offer("RENEW_COUNTER").fen()).isEqualTo(180_00);
        assertThat(system.offer("REISSUE_LOST").fen()).isEqualTo(80_00);
        assertThat(system.offer("UNLOCK").fen()).isZero();
        assertThat(system.offer("UNLOCK_COUNTER").fen()).isZero();
    }

    @Test
    void asks_for_the_steps_and_papers_of_the_manual() {
        Offer renewal = system.offer("RENEW");
        assertThat(
                        renewal.inThisOrder(
                                "LOGIN_KEY",
                                "FORM",
                                "KYC_ORG",
                                "KYC_AGENT",
                                "SUBMIT",
                                "PAY",
                                "PRODUCE"))
                .isTrue();
        assertThat(renewal.inThisOrder("PAY", "UPLOAD", "REVIEW", "PRODUCE")).isTrue();
        assertThat(system.offer("NEW").inAnyOrder("REVIEW", "PAY")).isTrue();
        assertThat(system.offer("NEW").papers())
                .containsExactly("form", "licence", "superior", "seal", "agent-id");
        for (String business : new String[] {"REVOKE", "UNLOCK_COUNTER"}) {
            assertThat(system.offer(business).papers())
                    .containsExactly("form", "licence", "superior", "agent-id");
        }
        assertThat(system.offer("NEW").paper("form").path("title").asString()).contains("一式两份");
        assertThat(system.offer("REISSUE_DAMAGED").question("faultKind").path("options").toString())
                .contains("指示灯不亮", "环境正常但指示灯不停闪烁", "指示灯正常但证书管理工具无法识别证书");
    }

    @Test
    void takes_the_code_of_the_superior_unit_with_its_authorisation() {
        Answers superior = Answers.ofAnotherOrganisation().with("codeHolder", "SUPERIOR");
        assertThat(required(system.first(superior).upTo("UPLOAD").subject()))
                .containsExactly("form", "licence", "superior", "seal", "agent-id");
        assertThat(required(system.first().upTo("UPLOAD").subject()))
                .containsExactly("form", "licence", "seal", "agent-id");
    }

    private static List<String> required(Case subject) {
        return subject.view()
                .path("papers")
                .valueStream()
                .filter(it -> it.path("required").asBoolean())
                .map(it -> it.path("code").asString())
                .toList();
    }

    @Test
    void issues_a_first_certificate_whichever_comes_first_money_or_review() {
        Passage paid = system.first().upTo("SUBMIT").pass("SUBMIT", "PAY");
        assertThat(paid.subject().bill()).isEqualTo(260_00);
        assertThat(paid.subject().status()).isEqualTo("待审核");
        paid.through().pair().isAcceptedByOpenSsl();
        Passage reviewed = system.first().upTo("SUBMIT").pass("SUBMIT", "REVIEW");
        assertThat(reviewed.subject().status()).isEqualTo("待支付");
        assertThat(reviewed.through().pair().status()).isEqualTo("VALID");
        assertThat(reviewed.subject().history()).containsSubsequence("审核通过", "已支付");
    }

    @Test
    void renews_with_less_than_90_days_left() {
        LocalDate first = end.minusDays(89);
        assertThat(said90DaysBefore.path("offered").asBoolean()).isFalse();
        assertThat(asked90DaysBefore.status()).isEqualTo(409);
        assertThat(asked90DaysBefore.refusal())
                .isEqualTo("可办理日期：" + first + " 起；您的证书 " + end + " 到期。");
        assertThat(renewed89DaysBefore.lastDay()).isEqualTo(end.plusYears(1));
        assertThat(renewedAtTheCounter.lastDay()).isEqualTo(end.plusYears(1));
        system.mine(renewed89DaysBefore).isAcceptedByOpenSsl();
    }

    @Test
    void renews_without_papers_365_days_after_the_end_from_the_download_on() {
        assertThat(renewedLate.lastDay()).isEqualTo(end.plusDays(365).plusYears(1));
        Case again =
                new Case(
                        system.mine(renewedLate).owner(),
                        system.offer("RENEW"),
                        renewedLate.answers(),
                        late.subject().number());
        assertThat(again.history()).contains("已支付").doesNotContain("材料已提交", "审核通过");
    }

    @Test
    void asks_for_papers_and_a_review_366_days_after_the_end_and_keeps_the_payment() {
        Passage renewal = system.begin(overdue, "RENEW").upTo("PAY");
        assertThat(renewal.subject().bill()).isEqualTo(180_00);
        renewal.pass("PAY");
        assertThat(renewal.subject().workable()).containsExactly("UPLOAD");
        renewal.pass("UPLOAD");
        String number = renewal.subject().number();
        system.hall().staff().giveBack(number, "licence", "unclear");
        assertThat(renewal.subject().state("PAY")).isEqualTo("PASSED");
        Pair pair = renewal.through().pair();
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(366).plusYears(1));
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void changes_what_the_certificate_says_and_supersedes_the_old_one() {
        Pair before = system.issue();
        Answers changed = before.answers().with("organisationName", "云岭市星河更名科技有限公司");
        Pair after = system.begin(before, "CHANGE", changed).through().pair();
        assertThat(after.view().path("subject").toString()).contains("云岭市星河更名科技有限公司");
        before.becomes("SUPERSEDED");
    }

    @Test
    void reissues_a_lost_key_with_the_same_end_for_eighty_yuan() {
        Pair lost = system.issue();
        Passage reissue = system.begin(lost, "REISSUE_LOST").upTo("PAY");
        assertThat(reissue.subject().bill()).isEqualTo(80_00);
        Pair found = reissue.through().pair();
        assertThat(found.notAfter()).isEqualTo(lost.notAfter());
        lost.becomes("REVOKED");
        found.isAcceptedByOpenSsl();
    }

    @Test
    void replaces_a_faulty_key_for_nothing_in_the_warranty_and_a_broken_one_for_eighty_yuan() {
        Pair faulty = system.issue();
        Pair replaced = replace(faulty, "DARK", "WARRANTY").through().pair();
        assertThat(replaced.notAfter()).isEqualTo(faulty.notAfter());
        faulty.becomes("SUPERSEDED");
        for (String[] how : new String[][] {{"BROKEN", "WARRANTY"}, {"DARK", "LATER"}}) {
            Passage paid = replace(system.issue(), how[0], how[1]).upTo("PAY");
            assertThat(paid.subject().bill()).as(how[0]).isEqualTo(80_00);
        }
    }

    @Test
    void unlocks_on_line_by_a_code_and_at_the_counter_by_an_officer_for_nothing() {
        for (String business : new String[] {"UNLOCK", "UNLOCK_COUNTER"}) {
            AgentToken token = system.token();
            Pair pair = system.walk(Answers.ofAnotherOrganisation(), token);
            token.lock();
            Passage unlocking = system.begin(pair, business, token).through();
            assertThat(unlocking.subject().history()).contains("审核通过", "已解锁");
            assertThat(token.locked()).isFalse();
            assertThat(pair.status()).isEqualTo("VALID");
        }
    }

    @Test
    void revokes_at_the_counter_and_nothing_can_be_done_about_it_afterwards() {
        Pair pair = system.issue();
        Passage revocation = system.begin(pair, "REVOKE").through();
        assertThat(revocation.subject().history()).contains("证书已吊销");
        pair.becomes("REVOKED");
        assertThat(system.tryBegin(pair, "REISSUE_LOST").status()).isEqualTo(409);
    }

    private Passage replace(Pair pair, String fault, String delivery) {
        return system.begin(
                pair,
                "REISSUE_DAMAGED",
                pair.answers().with("faultKind", fault).with("delivery", delivery));
    }
}
