package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * 重庆CA (东方中讯), by its manual: reviewed before it is paid, renewed without papers while it is valid and with all of
 * them afterwards, changed with a note of what has changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChongqingTest {

    private OneSystem system;
    private LocalDate end;
    private Client.Answer askedTooEarly;
    private Pair renewed;
    private Pair overdue;

    @BeforeAll
    void live_until_the_day_after_the_end(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path media) {
        system = new OneSystem(data, media, "chongqing", "19900000250");
        Pair old = system.issue();
        overdue = system.issue();
        end = old.lastDay();
        askedTooEarly = system.tryBegin(old, "RENEW");
        system.on(end.minusDays(90));
        renewed = system.begin(old, "RENEW").through().pair();
        system.on(end.plusDays(1));
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void offers_the_businesses_and_products_of_the_manual() {
        assertThat(system.offers())
                .extracting(Offer::title)
                .containsExactly("证书新办", "证书更新", "证书变更", "证书补办", "PIN码解锁");
        assertThat(system.offer("NEW").question("product").path("options").toString())
                .contains("单位证书带签章", "法人证书带签章");
    }

    @Test
    void reviews_before_it_takes_money() {
        for (String business : new String[] {"NEW", "RENEW", "CHANGE", "REISSUE_LOST"}) {
            Offer offer = system.offer(business);
            assertThat(offer.inThisOrder("FORM", "SUBMIT", "REVIEW", "PAY", "PRODUCE"))
                    .as(business)
                    .isTrue();
            assertThat(offer.promise("REVIEW")).isEqualTo("约2个工作日，节假日顺延");
            assertThat(offer.papers())
                    .containsExactly("form", "seal", "licence", "legal-id", "agent-id");
        }
        for (String business : new String[] {"RENEW", "CHANGE"}) {
            assertThat(system.offer(business).inThisOrder("LOGIN_KEY", "FORM")).isTrue();
        }
        assertThat(system.offer("NEW").questions("FORM")).contains("website", "agentWechat");
        assertThat(system.offer("NEW").paper("seal").path("help").asString())
                .contains("无私章时仅签字", "将导致无法制作电子签章");
        assertThat(system.offer("NEW").inThisOrder("PRODUCE", "SHIP")).isTrue();
        assertThat(system.offer("REISSUE_LOST").inThisOrder("PRODUCE", "SHIP")).isTrue();
        assertThat(system.offer("NEW").paper("seal").path("help").asString()).contains("两次");
    }

    @Test
    void costs_more_for_each_year() {
        Passage one = system.first().upTo("PAY");
        Passage three = system.first(another().with("years", "3")).upTo("PAY");
        assertThat(one.subject().bill()).isPositive();
        assertThat(three.subject().bill()).isEqualTo(3 * one.subject().bill());
    }

    @Test
    void issues_a_first_certificate_in_the_order_of_the_manual() {
        Passage passage = system.first().upTo("REVIEW");
        assertThat(passage.subject().status()).isEqualTo("待审核");
        assertThat(passage.subject().state("PAY")).isEqualTo("SHUT");
        passage.pass("REVIEW");
        assertThat(passage.subject().status()).isEqualTo("待支付");
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history()).containsSubsequence("审核通过", "已支付", "证书已签发", "已寄出");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void issues_the_legal_representative_a_certificate_of_their_own() {
        Pair pair = system.first(another().with("product", "legal-seal")).through().pair();
        assertThat(pair.view().path("subject").toString()).contains("测试乙");
    }

    @Test
    void returns_a_paper_before_anything_is_paid() {
        Passage passage = system.first().upTo("REVIEW");
        system.hall().staff().giveBack(passage.subject().number(), "seal", "blurred");
        assertThat(passage.subject().status()).isEqualTo("材料未通过审核，请重新提交");
        passage.upTo("REVIEW").through().pair().isAcceptedByOpenSsl();
    }

    @Test
    void renews_without_papers_while_it_is_valid() {
        assertThat(askedTooEarly.status()).isEqualTo(409);
        assertThat(askedTooEarly.refusal())
                .isEqualTo("可办理日期：" + end.minusDays(90) + " 起；您的证书 " + end + " 到期。");
        assertThat(renewed.lastDay()).isEqualTo(end.plusYears(1));
        system.mine(renewed).isAcceptedByOpenSsl();
    }

    @Test
    void asks_for_all_papers_the_day_after_the_end() {
        Passage renewal = system.begin(overdue, "RENEW").upTo("UPLOAD");
        assertThat(renewal.subject().status()).isEqualTo("待提交材料");
        Pair pair = renewal.through().pair();
        assertThat(renewal.subject().history()).contains("材料已提交", "审核通过", "已支付");
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(1).plusYears(1));
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void changes_a_name_with_a_note_and_keeps_the_end() {
        Pair before = system.issue();
        Answers changed = before.answers().with("organisationName", "云岭市星河更名科技有限公司");
        Passage change = system.begin(before, "CHANGE", changed);
        assertThat(change.subject().offer().questions("NOTE")).containsExactly("changeNote");
        Pair after = change.through().pair();
        assertThat(after.notAfter()).isEqualTo(before.notAfter());
        assertThat(after.view().path("subject").toString()).contains("云岭市星河更名科技有限公司");
        before.becomes("SUPERSEDED");
        after.isAcceptedByOpenSsl();
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
    void unlocks_a_key_after_a_review() {
        AgentToken token = system.token();
        Pair pair = system.walk(another(), token);
        token.lock();
        Passage passage = system.begin(pair, "UNLOCK", token);
        assertThat(passage.subject().offer().inThisOrder("FORM", "SUBMIT", "REVIEW", "UNLOCK"))
                .isTrue();
        passage.through();
        assertThat(token.locked()).isFalse();
        assertThat(pair.status()).isEqualTo("VALID");
    }

    private static Answers another() {
        return Answers.ofAnotherOrganisation();
    }
}
