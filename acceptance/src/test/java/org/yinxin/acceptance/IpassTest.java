package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * iPASS自服务系统 of a telecommunications company's procurement platform, by its 办理指南. Form, papers and money arrive in any
 * order. The hall is looked at around the end of first certificates and then stays 500 days after it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IpassTest {

    private static final String PLAN = "ipass";
    private static final String MOBILE = "19900000220";

    private HallOverTime hall;
    private Path media;
    private LocalDate end;
    private JsonNode saidTooEarly;
    private Client.Answer askedTooEarly;
    private Pair old;
    private Pair renewed;
    private Pair ended;

    @BeforeAll
    void live_through_the_days_around_the_end(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path folder)
            throws IOException {
        media = folder;
        hall = new HallOverTime(data);
        old = issue(collected());
        ended = issue(collected());
        end = old.lastDay();

        hall.on(end.minusDays(31));
        saidTooEarly = mine(old).business("RENEW");
        askedTooEarly = Case.tryAbout(mine(old), hall.offer(PLAN, "RENEW"));
        hall.on(end.minusDays(30));
        renewed = begin(old, "RENEW", medium()).through().pair();
        hall.on(end.plusDays(500));
    }

    @AfterAll
    void stop() {
        hall.close();
    }

    @Test
    void offers_the_businesses_of_the_manual_at_its_prices() {
        Offer first = hall.offer(PLAN, "NEW");
        assertThat(first.title()).isEqualTo("证书申请");
        assertThat(first.fen()).isEqualTo(420_00);
        Offer renewal = hall.offer(PLAN, "RENEW");
        assertThat(renewal.title()).isEqualTo("证书更新");
        assertThat(renewal.fen()).isEqualTo(200_00);
        Offer change = hall.offer(PLAN, "CHANGE");
        assertThat(change.title()).isEqualTo("信息变更");
        assertThat(change.fen()).isEqualTo(200_00);
        assertThat(hall.offer(PLAN, "REISSUE_LOST").title()).contains("补发");
        assertThat(hall.offer(PLAN, "REISSUE_DAMAGED").title()).contains("更换");
        assertThat(hall.offer(PLAN, "UNLOCK").title()).isEqualTo("远程解锁");
        assertThat(hall.offer(PLAN, "UNLOCK").fen()).isZero();
    }

    @Test
    void joins_form_papers_and_money_at_the_review() {
        for (String business : new String[] {"NEW", "RENEW", "CHANGE"}) {
            Offer offer = hall.offer(PLAN, business);
            assertThat(offer.inAnyOrder("FORM", "UPLOAD", "PAY")).as(business).isTrue();
            for (String arrival : new String[] {"FORM", "UPLOAD", "PAY"}) {
                assertThat(offer.inThisOrder(arrival, "REVIEW", "PRODUCE", "ACTIVATE"))
                        .as(business + " " + arrival)
                        .isTrue();
            }
            assertThat(offer.papers())
                    .containsExactly("form", "licence", "code-certificate", "agent-id");
            assertThat(offer.paper("agent-id").path("title").asString()).isEqualTo("联系人身份证件");
            assertThat(offer.question("agentName").path("label").asString()).isEqualTo("联系人姓名");
            assertThat(offer.paper("form").path("stamp").asString()).isEqualTo("UNIT_SEAL");
        }
        assertThat(hall.offer(PLAN, "NEW").inThisOrder("PRODUCE", "SHIP")).isTrue();
        for (String business : new String[] {"RENEW", "CHANGE"}) {
            assertThat(hall.offer(PLAN, business).inThisOrder("LOGIN_KEY", "FORM")).isTrue();
        }
    }

    @Test
    void promises_two_working_days_and_one_for_unlocking() {
        assertThat(hall.offer(PLAN, "NEW").promise("REVIEW")).contains("及时");
        assertThat(hall.offer(PLAN, "RENEW").promise("REVIEW")).contains("2个工作日内");
        assertThat(hall.offer(PLAN, "CHANGE").promise("REVIEW")).contains("2个工作日内");
        Offer unlocking = hall.offer(PLAN, "UNLOCK");
        assertThat(unlocking.promise("REVIEW")).contains("1个工作日内");
        assertThat(unlocking.inThisOrder("FORM", "SUBMIT", "REVIEW", "UNLOCK")).isTrue();
        assertThat(unlocking.papers()).containsExactly("letter");
        assertThat(unlocking.paper("letter").path("help").asString())
                .contains("单位名称", "iPASS序列号", "申请解锁的原因", "联系人姓名和电话");
    }

    @ParameterizedTest
    @CsvSource({
        "FORM UPLOAD PAY, 19900000231",
        "FORM PAY UPLOAD, 19900000232",
        "UPLOAD FORM PAY, 19900000233",
        "UPLOAD PAY FORM, 19900000234",
        "PAY FORM UPLOAD, 19900000235",
        "PAY UPLOAD FORM, 19900000236"
    })
    void takes_form_papers_and_money_in_this_order(String order, String mobile) throws IOException {
        Passage passage = first(mobile, collected());
        Case subject = passage.subject();
        for (String arrival : order.split(" ", -1)) {
            assertThat(subject.state("REVIEW")).isEqualTo("SHUT");
            passage.pass(arrival);
            if (arrival.equals("FORM")) {
                passage.pass("AGREE");
            }
            if (subject.workable().contains("SUBMIT")) {
                passage.pass("SUBMIT");
            }
        }
        assertThat(subject.workable()).containsExactly("REVIEW");
        assertThat(subject.status()).isEqualTo("待审批");
        passage.pass("REVIEW");
        assertThat(subject.history()).contains("汇款已到账", "材料已提交", "审批完成");
    }

    @Test
    void issues_for_one_year_and_sends_only_what_postage_was_paid_for() throws IOException {
        Answers outside = Answers.ofAnotherOrganisation().with("delivery", "ELSEWHERE");
        Passage passage = first("19900000221", outside).upTo("PAY");
        Case subject = passage.subject();
        assertThat(subject.gate("PAY").path("settings").path("channels").toString())
                .isEqualTo("[\"transfer\"]");
        assertThat(subject.bill()).isEqualTo(420_00);
        passage.pass("PAY");
        assertThat(subject.workable()).containsExactly("POSTAGE");
        assertThat(subject.bill()).isEqualTo(25_00);
        passage.pass("POSTAGE");
        Pair pair = passage.upTo("ACTIVATE").pair();
        assertThat(subject.history()).contains("已寄出");
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(500).plusYears(1));
        pair.isAcceptedByOpenSsl();
        passage.pass("ACTIVATE");
        assertThat(subject.status()).isEqualTo("已办结");
    }

    @Test
    void asks_fifteen_yuan_of_postage_in_beijing_and_none_of_who_collects() throws IOException {
        Answers inside = Answers.ofAnotherOrganisation().with("delivery", "BEIJING");
        Passage passage = first("19900000222", inside).upTo("POSTAGE");
        assertThat(passage.subject().bill()).isEqualTo(15_00);
        Passage other = first("19900000223", collected()).upTo("REVIEW");
        assertThat(other.subject().bill()).isEqualTo(420_00);
        other.upTo("ACTIVATE");
        assertThat(other.subject().history()).doesNotContain("邮费已支付", "已寄出");
    }

    @Test
    void renews_from_thirty_days_before_the_end_for_one_more_year() {
        String words = "可办理日期：" + end.minusDays(30) + " 起；您的证书 " + end + " 到期。";
        assertThat(saidTooEarly.path("offered").asBoolean()).isFalse();
        assertThat(saidTooEarly.path("words").asString()).isEqualTo(words);
        assertThat(askedTooEarly.status()).isEqualTo(409);
        assertThat(askedTooEarly.refusal()).isEqualTo(words);
        assertThat(renewed.lastDay()).isEqualTo(end.plusYears(1));
        mine(old).becomes("SUPERSEDED");
    }

    @Test
    void leads_after_each_new_certificate_to_the_manual_of_the_platform() {
        for (String business : new String[] {"NEW", "RENEW", "CHANGE", "REISSUE_LOST"}) {
            assertThat(hall.offer(PLAN, business).inThisOrder("PRODUCE", "ACTIVATE")).isTrue();
        }
    }

    @Test
    void renews_at_any_time_after_the_end_and_sends_the_invoice_for_postage() throws IOException {
        assertThat(mine(ended).business("RENEW").path("offered").asBoolean()).isTrue();
        Answers sent = ended.answers().with("delivery", "BEIJING");
        Case subject = Case.about(mine(ended), hall.offer(PLAN, "RENEW")).answering(sent);
        Passage passage =
                new Passage(subject, hall.staff(), medium())
                        .paying("transfer")
                        .holding(ended)
                        .upTo("PAY");
        assertThat(subject.bill()).isEqualTo(200_00);
        passage.upTo("POSTAGE");
        assertThat(subject.bill()).isEqualTo(15_00);
        Pair pair = passage.through().pair();
        assertThat(subject.history()).contains("邮费已支付", "发票已寄出");
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(500).plusYears(1));
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void changes_names_and_codes_but_not_the_legal_representative() throws IOException {
        Offer offer = hall.offer(PLAN, "CHANGE");
        assertThat(offer.summary()).contains("法定代表人、注册资本变更无需办理");
        assertThat(offer.questions("FORM"))
                .contains("organisationName", "creditCode", "licenceNumber")
                .doesNotContain("legalName", "capital");
        Pair before = issue(collected());
        Case subject = Case.about(before, offer);
        Passage unchanged = new Passage(subject, hall.staff(), medium()).holding(before);
        unchanged.pass("LOGIN_KEY");
        JsonNode said =
                subject.owner()
                        .put(subject.path("/form"), before.answers().at(offer, "FORM"))
                        .expect(200);
        assertThat(said.path("violations").toString()).contains("没有任何变更");
        Answers changed = before.answers().with("organisationName", "云岭市星河更名科技有限公司");
        Pair after =
                new Passage(subject.answering(changed), hall.staff(), medium())
                        .paying("transfer")
                        .holding(before)
                        .through()
                        .pair();
        assertThat(after.notAfter()).isEqualTo(before.notAfter());
        before.becomes("SUPERSEDED");
        after.isAcceptedByOpenSsl();
    }

    @ParameterizedTest
    @CsvSource({"REISSUE_LOST, REVOKED", "REISSUE_DAMAGED, SUPERSEDED"})
    void lets_the_old_certificate_of_a_lost_or_damaged_key_be_used_no_more(
            String business, String status) throws IOException {
        Pair gone = issue(collected());
        Passage passage = begin(gone, business, medium()).upTo("ACTIVATE");
        gone.becomes(status);
        Pair next = passage.through().pair();
        assertThat(next.status()).isEqualTo("VALID");
        next.isAcceptedByOpenSsl();
    }

    @Test
    void unlocks_after_six_wrong_pins_a_letter_and_an_approval() {
        AgentToken token = AgentToken.make(hall.hall(), hall.owner(MOBILE));
        Pair pair =
                passage(Case.open(hall.owner(MOBILE), hall.offer(PLAN, "NEW"), collected()), token)
                        .through()
                        .pair();
        assertThat(token.lock()).isEqualTo(6);
        Passage passage = begin(pair, "UNLOCK", token).upTo("REVIEW");
        assertThat(passage.subject().status()).isEqualTo("待审批");
        passage.pass("REVIEW");
        assertThat(passage.subject().history()).contains("审批完成");
        passage.pass("UNLOCK");
        assertThat(token.locked()).isFalse();
        assertThat(passage.subject().status()).isEqualTo("已办结");
    }

    @Test
    void revokes_a_certificate_that_is_not_used_any_more() throws IOException {
        Pair pair = issue(collected());
        Case subject = begin(pair, "REVOKE", pair.medium()).through().subject();
        assertThat(subject.history()).endsWith("证书已吊销");
        pair.becomes("REVOKED");
    }

    @Test
    void gives_money_that_was_transferred_back_by_hand_where_it_refuses() throws IOException {
        Case subject = first("19900000224", collected()).upTo("REVIEW").subject();
        hall.staff().refuse(subject.number(), "other");
        assertThat(subject.status()).isEqualTo("审批未通过，申请已驳回，款项原路退还");
        List<String> refunds =
                subject.order()
                        .path("refunds")
                        .valueStream()
                        .map(it -> it.path("state").asString())
                        .toList();
        assertThat(refunds).containsExactly("refunding");
    }

    private Pair mine(Pair pair) {
        return pair.of(hall.owner(MOBILE));
    }

    /** Of somebody who collects, so that there is no postage. */
    private static Answers collected() {
        return Answers.ofAnotherOrganisation().with("delivery", "PICKUP");
    }

    private Pair issue(Answers answers) throws IOException {
        return first(MOBILE, answers).through().pair();
    }

    private Passage first(String mobile, Answers answers) throws IOException {
        Case subject = Case.open(hall.owner(mobile), hall.offer(PLAN, "NEW"), answers);
        return passage(subject, medium());
    }

    private Passage begin(Pair pair, String business, Medium next) {
        return hall.begin(mine(pair), PLAN, business, next).paying("transfer");
    }

    private Passage passage(Case subject, Medium next) {
        return new Passage(subject, hall.staff(), next).paying("transfer");
    }

    private Medium medium() throws IOException {
        return new OpenSslKey(Files.createTempDirectory(media, "key"));
    }
}
