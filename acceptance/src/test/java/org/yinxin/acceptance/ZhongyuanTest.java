package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 中原云商, by its manual for buyers: on line the money comes before the second form and the review, at the counter after
 * the review, and at a reissue the reviewer sets what the time since the end costs. The hall stays ten days after the end of
 * first certificates.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZhongyuanTest {

    private static final String PLAN = "zhongyuan";
    private static final String MOBILE = "19900000240";
    private static final String FORGETFUL = "19900000249";

    private HallOverTime hall;
    private Path media;
    private LocalDate end;
    private Pair endedOnLine;
    private Pair endedAtTheCounter;
    private Pair endedAndLost;
    private Case paidAndForgotten;

    @BeforeAll
    void start_ten_days_after_the_end_of_first_certificates(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path folder)
            throws IOException {
        media = folder;
        hall = new HallOverTime(data);
        endedOnLine = issue();
        endedAtTheCounter = issue();
        endedAndLost = issue();
        paidAndForgotten = first(FORGETFUL, "NEW").pass("FORM", "PAY").subject();
        end = endedOnLine.lastDay();
        hall.on(end.plusDays(10));
    }

    @AfterAll
    void stop() {
        hall.close();
    }

    @Test
    void offers_the_businesses_of_the_manual() {
        assertThat(Offer.ofPlan(hall.hall(), PLAN))
                .extracting(Offer::title, Offer::channel)
                .containsExactly(
                        tuple("网上申办 新制", "ONLINE"),
                        tuple("网上申办 延期", "ONLINE"),
                        tuple("现场办理 新制", "COUNTER"),
                        tuple("现场办理 延期", "COUNTER"),
                        tuple("补办", "COUNTER"));
    }

    @Test
    void takes_the_money_before_the_second_form_on_line_and_after_the_review_at_the_counter() {
        assertThat(
                        hall.offer(PLAN, "NEW")
                                .inThisOrder(
                                        "FORM", "PAY", "DETAILS", "SUBMIT", "REVIEW", "PRODUCE",
                                        "SHIP"))
                .isTrue();
        Offer renewal = hall.offer(PLAN, "RENEW");
        assertThat(
                        renewal.inThisOrder(
                                "LOGIN_KEY",
                                "FORM",
                                "PAY",
                                "DETAILS",
                                "SUBMIT",
                                "REVIEW",
                                "PRODUCE"))
                .isTrue();
        assertThat(renewal.papers()).isEmpty();
        for (String business : new String[] {"NEW_COUNTER", "RENEW_COUNTER", "REISSUE_LOST"}) {
            assertThat(
                            hall.offer(PLAN, business)
                                    .inThisOrder("FORM", "SUBMIT", "REVIEW", "PAY", "PRODUCE"))
                    .as(business)
                    .isTrue();
        }
        Offer reissue = hall.offer(PLAN, "REISSUE_LOST");
        assertThat(reissue.question("way").path("options").toString()).contains("现场办理", "远程办理");
        assertThat(reissue.question("cause").path("options").toString()).contains("丢失", "损坏");
        assertThat(reissue.inThisOrder("DETAILS", "SUBMIT", "REVIEW", "PAY")).isTrue();
    }

    @Test
    void gives_the_money_back_for_what_was_paid_and_never_submitted() {
        Client owner = hall.owner(FORGETFUL);
        Case subject =
                new Case(
                        owner,
                        hall.offer(PLAN, "NEW"),
                        paidAndForgotten.answers(),
                        paidAndForgotten.number());
        Client.await(
                "the end of the draft",
                () -> "已超期关闭".equals(subject.status()) ? Optional.of(subject) : Optional.empty());
        JsonNode refunds = subject.order().path("refunds");
        assertThat(refunds.size()).isEqualTo(1);
        assertThat(Fen.of(refunds.path(0).path("amount"))).isEqualTo(subject.offer().fen());
    }

    @Test
    void issues_on_line_what_was_paid_and_then_reviewed() throws IOException {
        Passage passage = first("19900000241", "NEW");
        Case subject = passage.subject();
        assertThat(subject.status()).isEqualTo("编辑中");
        passage.pass("FORM");
        assertThat(subject.status()).isEqualTo("待支付");
        assertThat(subject.state("DETAILS")).isEqualTo("SHUT");
        passage.pass("PAY");
        assertThat(subject.history()).endsWith("已支付");
        assertThat(subject.status()).isEqualTo("编辑中");
        passage.upTo("REVIEW");
        assertThat(subject.status()).isEqualTo("待审核");
        passage.pass("REVIEW");
        assertThat(subject.history()).endsWith("通过");
        Pair pair = passage.through().pair();
        assertThat(subject.history()).endsWith("已寄出");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void lets_only_what_was_sent_back_be_edited_again() throws IOException {
        Passage passage = first("19900000242", "NEW").upTo("REVIEW");
        Case subject = passage.subject();
        assertThat(edit(subject).status()).isEqualTo(409);
        hall.staff().giveBack(subject.number(), "address", "wrong");
        assertThat(subject.status()).isEqualTo("退回");
        assertThat(edit(subject).status()).isEqualTo(200);
        assertThat(subject.state("PAY")).isEqualTo("PASSED");
        passage.upTo("REVIEW").pass("REVIEW");
        assertThat(subject.order().path("refunds").isEmpty()).isTrue();
    }

    @Test
    void renews_on_line_with_the_key_and_without_a_person_in_between() throws IOException {
        Passage passage = begin(endedOnLine, "RENEW").pass("LOGIN_KEY", "FORM", "PAY");
        passage.upTo("SUBMIT").pass("SUBMIT");
        Case subject = passage.subject();
        assertThat(subject.history()).endsWith("已提交", "通过");
        assertThat(subject.gate("REVIEW").path("by").asString()).isEqualTo("HALL");
        assertThat(subject.workable()).containsExactly("PRODUCE");
        Pair pair = passage.through().pair();
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(10).plusYears(1));
        assertThat(subject.history()).contains("证书已下载");
        mine(endedOnLine).becomes("SUPERSEDED");
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void issues_at_the_counter_what_was_reviewed_and_then_paid() throws IOException {
        Passage passage = first("19900000243", "NEW_COUNTER").upTo("REVIEW");
        Case subject = passage.subject();
        assertThat(subject.state("PAY")).isEqualTo("SHUT");
        passage.pass("REVIEW");
        assertThat(subject.history()).endsWith("通过");
        assertThat(subject.status()).isEqualTo("待支付");
        passage.pass("PAY");
        assertThat(subject.history()).endsWith("已支付");
        Map<String, String> own = Map.of("signingRequest", medium().signingRequest());
        assertThat(subject.owner().post(subject.path("/production"), own).status()).isEqualTo(403);
        passage.through().pair().isAcceptedByOpenSsl();
    }

    @Test
    void renews_at_the_counter_what_was_reviewed_and_then_paid() throws IOException {
        Passage passage = begin(endedAtTheCounter, "RENEW_COUNTER").upTo("REVIEW");
        assertThat(passage.subject().state("PAY")).isEqualTo("SHUT");
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history()).containsSubsequence("通过", "已支付", "证书已签发");
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(10).plusYears(1));
        pair.isAcceptedByOpenSsl();
    }

    @Test
    void bills_what_the_reviewer_sets_for_the_time_since_the_end() throws IOException {
        Passage passage = begin(endedAndLost, "REISSUE_LOST").upTo("REVIEW");
        Case subject = passage.subject();
        String number = subject.number();
        hall.staff().enter(number);
        Client.Answer without =
                hall.staff().decide(hall.staff().approvingOfficer(), number, "approve", List.of());
        assertThat(without.status()).isBetween(400, 499);
        assertThat(subject.state("REVIEW")).isEqualTo("OPEN");
        hall.staff()
                .approveWith(number, Map.of("amount", "35.50", "months", 0, "days", 10))
                .expect(200);
        assertThat(subject.status()).isEqualTo("待支付");
        int reissue = hall.offer(PLAN, "REISSUE_LOST").fen();
        assertThat(subject.bill()).isEqualTo(reissue + 35_50);
        assertThat(lines(subject)).containsExactly("补办费", "延期费用");
        passage.through().pair().isAcceptedByOpenSsl();
        assertThat(subject.history()).doesNotContain("已寄出");
        mine(endedAndLost).becomes("REVOKED");
    }

    @Test
    void bills_nothing_more_where_the_certificate_has_not_ended_and_sends_what_is_made_from_afar()
            throws IOException {
        Pair lost = issue();
        Answers afar = lost.answers().with("way", "REMOTE");
        Case subject = Case.about(lost, hall.offer(PLAN, "REISSUE_LOST")).answering(afar);
        Passage passage =
                new Passage(subject, hall.staff(), medium())
                        .surcharging(Map.of("amount", "0", "months", 0, "days", 0))
                        .upTo("PAY");
        assertThat(subject.bill()).isEqualTo(hall.offer(PLAN, "REISSUE_LOST").fen());
        passage.through();
        assertThat(subject.history()).endsWith("已寄出");
        lost.becomes("REVOKED");
    }

    private static List<String> lines(Case subject) {
        return subject.order()
                .path("lines")
                .valueStream()
                .map((JsonNode line) -> line.path("label").asString())
                .toList();
    }

    private static Client.Answer edit(Case subject) {
        return subject.owner().put(subject.path("/form"), Map.of("address", "云岭市星河区示例路2号"));
    }

    private Pair mine(Pair pair) {
        return pair.of(hall.owner(MOBILE));
    }

    private Pair issue() throws IOException {
        return first(MOBILE, "NEW").through().pair();
    }

    private Passage first(String mobile, String business) throws IOException {
        Offer offer = hall.offer(PLAN, business);
        Case subject = Case.open(hall.owner(mobile), offer, Answers.ofAnotherOrganisation());
        return new Passage(subject, hall.staff(), medium());
    }

    private Passage begin(Pair pair, String business) throws IOException {
        return hall.begin(mine(pair), PLAN, business, medium());
    }

    private Medium medium() throws IOException {
        return new OpenSslKey(Files.createTempDirectory(media, "key"));
    }
}
