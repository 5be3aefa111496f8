package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 北京CA for the government procurement of Inner Mongolia, by its manual of August 2020. The hall is looked at on the days
 * around the end of first certificates and then stays 366 days after it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeijingTest {

    private static final String PLAN = "beijing";
    private static final String MOBILE = "19900000210";

    private HallOverTime hall;
    private Path media;
    private LocalDate end;
    private Client.Answer askedTooEarly;
    private JsonNode saidTooEarly;
    private JsonNode saidInTime;
    private Pair old;
    private Pair renewed;
    private Case renewalAYearAfter;
    private Pair renewedAYearAfter;
    private Pair overdue;

    @BeforeAll
    void live_through_the_days_around_the_end(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path folder)
            throws IOException {
        media = folder;
        hall = new HallOverTime(data);
        old = issue();
        Pair ended = issue();
        overdue = issue();
        end = old.lastDay();

        today(-31);
        saidTooEarly = mine(old).business("RENEW");
        askedTooEarly = Case.tryAbout(mine(old), hall.offer(PLAN, "RENEW"));
        today(-30);
        saidInTime = mine(old).business("RENEW");
        renewed = begin(old, "RENEW").through().pair();
        today(365);
        Passage renewal = begin(ended, "RENEW").upTo("PAY");
        renewalAYearAfter = renewal.subject();
        renewedAYearAfter = renewal.pass("PAY", "PRODUCE").pair();
        today(366);
    }

    @AfterAll
    void stop() {
        hall.close();
    }

    @Test
    void offers_the_businesses_of_the_manual() {
        assertThat(Offer.ofPlan(hall.hall(), PLAN))
                .extracting(Offer::title)
                .containsExactly("办理单位证书", "证书更新", "信息变更", "证书补办", "证书解锁", "证书吊销");
        assertThat(Offer.ofPlan(hall.hall(), PLAN))
                .allMatch(it -> it.channel().equals("ONLINE") != it.code().equals("REVOKE"));
    }

    @Test
    void asks_for_a_new_certificate_in_the_order_of_the_manual() {
        Offer offer = hall.offer(PLAN, "NEW");
        assertThat(
                        offer.inThisOrder(
                                "FORM",
                                "UPLOAD",
                                "SIGN_CONFIRM",
                                "SUBMIT",
                                "PAY",
                                "REVIEW",
                                "PRODUCE",
                                "SHIP"))
                .isTrue();
        assertThat(offer.promise("REVIEW")).contains("5个工作日内");
        assertThat(offer.paper("form").path("title").asString()).contains("一式两份");
        assertThat(offer.paper("seal").path("help").asString()).contains("桌面平整", "四次", "无形变");
        assertThat(offer.paper("signature").path("help").asString()).contains("0.5mm", "四次");
        for (String stamped : new String[] {"form", "licence", "agent-id"}) {
            assertThat(offer.paper(stamped).path("stamp").asString()).isEqualTo("UNIT_SEAL");
        }
    }

    @Test
    void asks_what_the_form_of_the_manual_asks() {
        Offer offer = hall.offer(PLAN, "NEW");
        for (String starred :
                new String[] {
                    "organisationName", "legalName", "address", "postcode", "telephone"
                }) {
            assertThat(offer.question(starred).path("required").asString())
                    .as(starred)
                    .isEqualTo("ALWAYS");
        }
        assertThat(offer.questions("FORM"))
                .contains("systemOwner", "system", "fax", "thirdDocument", "bankAccount");
        assertThat(offer.question("creditCode").path("help").asString()).contains("第9位至第17位");
    }

    @Test
    void asks_for_renewal_reissue_change_and_unlocking_in_the_order_of_the_manual() {
        Offer renewal = hall.offer(PLAN, "RENEW");
        assertThat(renewal.inThisOrder("LOGIN_KEY", "FORM", "SUBMIT", "PAY", "PRODUCE")).isTrue();
        assertThat(renewal.inThisOrder("PAY", "UPLOAD", "REVIEW", "LOGIN_AGAIN", "PRODUCE"))
                .isTrue();
        Offer reissue = hall.offer(PLAN, "REISSUE_LOST");
        assertThat(
                        reissue.inThisOrder(
                                "FORM",
                                "UPLOAD",
                                "SIGN_CONFIRM",
                                "PAY",
                                "REVIEW",
                                "PRODUCE",
                                "SHIP"))
                .isTrue();
        assertThat(reissue.inThisOrder("FORM", "KYC_LEGAL", "UPLOAD", "SIGN_CONFIRM")).isTrue();
        assertThat(reissue.inThisOrder("FORM", "BANK_AUTH", "UPLOAD", "SIGN_CONFIRM")).isTrue();
        assertThat(reissue.question("cause").path("options").toString())
                .contains("丢失", "人为原因造成介质损坏");
        assertThat(reissue.promise("REVIEW")).contains("5个工作日内");
        Offer change = hall.offer(PLAN, "CHANGE");
        assertThat(change.inThisOrder("LOGIN_KEY", "FORM", "PRODUCE")).isTrue();
        assertThat(change.papers()).isEmpty();
        Offer unlocking = hall.offer(PLAN, "UNLOCK");
        assertThat(unlocking.inThisOrder("FORM", "KYC_AGENT", "UNLOCK")).isTrue();
        assertThat(unlocking.question("reason").path("options").toString())
                .contains("忘记密码", "密码已锁死");
        assertThat(hall.offer(PLAN, "REVOKE").promise("STATUS")).contains("24小时内");
    }

    @Test
    void issues_a_first_certificate_paid_before_it_is_reviewed() throws IOException {
        Passage passage = first("19900000213").upTo("SIGN_CONFIRM");
        passage.pass("SIGN_CONFIRM", "SUBMIT");
        assertThat(passage.subject().status()).isEqualTo("待支付");
        assertThat(passage.subject().state("REVIEW")).isEqualTo("SHUT");
        passage.pass("PAY");
        assertThat(passage.subject().status()).isEqualTo("待审核");
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history())
                .containsSubsequence("身份已核验", "已支付", "审核通过", "证书已签发", "已寄出");
        assertThat(pair.status()).isEqualTo("VALID");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void issues_a_person_of_the_unit_a_certificate_by_the_papers_of_a_person() throws IOException {
        Answers answers = Answers.ofAnotherOrganisation().with("product", "member");
        Case subject = Case.open(hall.owner("19900000214"), hall.offer(PLAN, "NEW"), answers);
        Passage passage = new Passage(subject, hall.staff(), medium()).upTo("UPLOAD");
        assertThat(
                        subject.view()
                                .path("papers")
                                .valueStream()
                                .filter(it -> it.path("required").asBoolean())
                                .map(it -> it.path("code").asString()))
                .containsExactly("form", "signature", "legal-id", "agent-id");
        Pair pair = passage.through().pair();
        assertThat(pair.view().path("subject").toString()).contains("测试丙", "云岭市星河测试科技有限公司");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void gives_the_money_back_where_a_review_refuses() throws IOException {
        Case subject = first("19900000211").upTo("REVIEW").subject();
        hall.staff().refuse(subject.number(), "other");
        assertThat(subject.status()).isEqualTo("审核未通过，申请已驳回，款项原路退还");
        Client.await(
                "the refund",
                () ->
                        subject.order()
                                .path("refunds")
                                .valueStream()
                                .filter(it -> "refunded".equals(it.path("state").asString()))
                                .findFirst());
        assertThat(Fen.of(subject.order().path("refunds").path(0).path("amount")))
                .isEqualTo(subject.bill());
    }

    @Test
    void returns_a_paper_and_takes_no_second_payment() throws IOException {
        Passage passage = first("19900000212").upTo("REVIEW");
        Case subject = passage.subject();
        hall.staff().giveBack(subject.number(), "licence", "unclear");
        assertThat(subject.status()).isEqualTo("材料未通过审核，请重新提交");
        assertThat(subject.state("PAY")).isEqualTo("PASSED");
        passage.upTo("REVIEW").pass("REVIEW");
        assertThat(subject.order().path("refunds").isEmpty()).isTrue();
    }

    @Test
    void renews_from_thirty_days_before_the_end() {
        String words = "可办理日期：" + end.minusDays(30) + " 起；您的证书 " + end + " 到期。";
        assertThat(saidTooEarly.path("offered").asBoolean()).isFalse();
        assertThat(saidTooEarly.path("words").asString()).isEqualTo(words);
        assertThat(askedTooEarly.status()).isEqualTo(409);
        assertThat(askedTooEarly.refusal()).isEqualTo(words);
        assertThat(saidInTime.path("offered").asBoolean()).isTrue();
        assertThat(renewed.lastDay()).isEqualTo(end.plusYears(1));
        mine(old).becomes("SUPERSEDED");
    }

    @Test
    void renews_without_papers_365_days_after_the_end() {
        Case subject =
                new Case(
                        hall.owner(MOBILE),
                        hall.offer(PLAN, "RENEW"),
                        renewedAYearAfter.answers(),
                        renewalAYearAfter.number());
        assertThat(subject.finished()).isTrue();
        assertThat(subject.history()).doesNotContain("材料已提交", "审核通过");
        assertThat(renewedAYearAfter.lastDay()).isEqualTo(end.plusDays(365).plusYears(1));
        mine(renewedAYearAfter).isAcceptedByOpenSsl();
    }

    @Test
    void asks_for_papers_and_a_review_366_days_after_the_end() throws IOException {
        assertThat(mine(overdue).business("RENEW").path("offered").asBoolean()).isTrue();
        Passage renewal = begin(overdue, "RENEW").upTo("PAY").pass("PAY");
        assertThat(renewal.subject().status()).isEqualTo("待提交材料");
        assertThat(renewal.subject().workable()).containsExactly("UPLOAD");
        renewal.pass("UPLOAD");
        assertThat(renewal.subject().status()).isEqualTo("待审核");
        renewal.pass("REVIEW");
        assertThat(renewal.subject().status()).isEqualTo("核查通过，请再次登录");
        assertThat(renewal.subject().workable()).containsExactly("LOGIN_AGAIN");
        Pair pair = renewal.through().pair();
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(366).plusYears(1));
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void changes_the_name_and_keeps_the_end() throws IOException {
        Pair before = issue();
        Answers changed = before.answers().with("organisationName", "云岭市星河更名科技有限公司");
        Case subject = Case.about(before, hall.offer(PLAN, "CHANGE")).answering(changed);
        Pair after = new Passage(subject, hall.staff(), medium()).holding(before).through().pair();
        assertThat(after.notAfter()).isEqualTo(before.notAfter());
        assertThat(after.view().path("subject").toString()).contains("云岭市星河更名科技有限公司");
        before.becomes("SUPERSEDED");
        after.isAcceptedByOpenSsl();
    }

    @Test
    void reissues_a_lost_key_for_the_rest_of_its_term_and_revokes_the_old_one() throws IOException {
        Pair lost = issue();
        Pair found = begin(lost, "REISSUE_LOST").through().pair();
        assertThat(found.notAfter()).isEqualTo(lost.notAfter());
        lost.becomes("REVOKED");
        found.isAcceptedByOpenSsl();
    }

    @Test
    void reissues_by_the_account_of_the_unit_where_the_telephone_of_the_legal_person_does_not_do()
            throws IOException {
        Pair lost = issue();
        Answers byAccount = lost.answers().with("legalCheck", "ACCOUNT");
        Case subject = Case.about(lost, hall.offer(PLAN, "REISSUE_LOST")).answering(byAccount);
        Passage passage = new Passage(subject, hall.staff(), medium()).upTo("BANK_AUTH");
        assertThat(subject.state("KYC_LEGAL")).isNotEqualTo("OPEN");
        passage.through();
        lost.becomes("REVOKED");
        assertThat(subject.finished()).isTrue();
    }

    @Test
    void unlocks_a_key_by_a_code_to_the_agent() {
        AgentToken token = AgentToken.make(hall.hall(), hall.owner(MOBILE));
        Pair pair = walk(Answers.ofAnotherOrganisation(), token);
        token.lock();
        assertThat(token.locked()).isTrue();
        Passage passage = begin(pair, "UNLOCK", token);
        passage.pass("FORM", "KYC_AGENT");
        assertThat(passage.subject().gate("UNLOCK").path("settings").path("modes").toString())
                .isEqualTo("[\"SMS_CODE\"]");
        passage.pass("UNLOCK");
        assertThat(token.locked()).isFalse();
        assertThat(passage.subject().finished()).isTrue();
        assertThat(pair.status()).isEqualTo("VALID");
    }

    @Test
    void revokes_at_the_counter_what_is_not_wanted_any_more() throws IOException {
        Pair pair = issue();
        Case subject = begin(pair, "REVOKE", pair.medium()).through().subject();
        assertThat(subject.history()).containsSubsequence("审核通过", "证书已吊销");
        pair.becomes("REVOKED");
    }

    @Test
    void opens_no_second_case_about_a_certificate() throws IOException {
        Pair pair = issue();
        Case.about(pair, hall.offer(PLAN, "REISSUE_LOST"));
        Client.Answer second = Case.tryAbout(pair, hall.offer(PLAN, "REISSUE_LOST"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.refusal()).contains("未办结的同类申请");
    }

    private void today(int daysAfterEnd) {
        hall.on(end.plusDays(daysAfterEnd));
    }

    private Pair mine(Pair pair) {
        return pair.of(hall.owner(MOBILE));
    }

    private Pair issue() throws IOException {
        return walk(Answers.ofAnotherOrganisation(), medium());
    }

    private Pair walk(Answers answers, Medium medium) {
        return hall.issue(hall.owner(MOBILE), hall.offer(PLAN, "NEW"), answers, medium);
    }

    /** Of a subscriber of its own: nobody has two open cases of one business. */
    private Passage first(String mobile) throws IOException {
        Offer offer = hall.offer(PLAN, "NEW");
        Case subject = Case.open(hall.owner(mobile), offer, Answers.ofAnotherOrganisation());
        return new Passage(subject, hall.staff(), medium());
    }

    private Passage begin(Pair pair, String business) throws IOException {
        return begin(pair, business, medium());
    }

    private Passage begin(Pair pair, String business, Medium next) {
        return hall.begin(mine(pair), PLAN, business, next);
    }

    private Medium medium() throws IOException {
        return new OpenSslKey(Files.createTempDirectory(media, "key"));
    }
}
