package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The on-line renewal of 中直机关采购管理系统: "证书有效期小于90天或已过期且不超过1年（365天）", and with papers and a review after
 * that. The hall is looked at 91, 90 and 89 days before the end of first certificates, and 365 and 366 days after it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZhongzhiRenewalTest {

    private static final String PLAN = "zhongzhi";
    private static final String MOBILE = "19900000260";

    /** What the hall said about the renewal, by days after the end. */
    private final Map<Integer, JsonNode> said = new HashMap<>();

    private HallOverTime hall;
    private Path media;
    private LocalDate end;
    private Pair watched;
    private Pair renewedInTime;
    private Pair renewedAYearAfter;
    private Case caseAYearAfter;

    @BeforeAll
    void live_through_the_days_around_the_end(
            @TempDir(cleanup = CleanupMode.NEVER) Path data, @TempDir Path folder)
            throws IOException {
        media = folder;
        hall = new HallOverTime(data);
        Pair renewedFirst = issue();
        Pair renewedNext = issue();
        watched = issue();
        end = watched.lastDay();
        listenOn(-91);
        listenOn(-90);
        listenOn(-89);
        renewedInTime = begin(renewedFirst).through().pair();
        listenOn(365);
        Passage passage = begin(renewedNext).through();
        caseAYearAfter = passage.subject();
        renewedAYearAfter = passage.pair();
        listenOn(366);
    }

    private void listenOn(int daysAfterEnd) {
        hall.on(end.plusDays(daysAfterEnd));
        said.put(daysAfterEnd, mine(watched).business("RENEW"));
    }

    private JsonNode said(int daysAfterEnd) {
        return Objects.requireNonNull(said.get(daysAfterEnd));
    }

    @AfterAll
    void stop() {
        hall.close();
    }

    @Test
    void asks_for_the_steps_of_the_manual_at_180_yuan() {
        Offer offer = hall.offer(PLAN, "RENEW");
        assertThat(offer.channel()).isEqualTo("ONLINE");
        assertThat(offer.fen()).isEqualTo(180_00);
        assertThat(
                        offer.inThisOrder(
                                "LOGIN_KEY",
                                "FORM",
                                "KYC_ORG",
                                "KYC_AGENT",
                                "PAY",
                                "UPLOAD",
                                "REVIEW",
                                "PRODUCE"))
                .isTrue();
    }

    @Test
    void is_not_offered_91_and_90_days_before_the_end() {
        for (int day : new int[] {-91, -90}) {
            assertThat(said(day).path("offered").asBoolean()).as("day %d", day).isFalse();
            assertThat(said(day).path("words").asString())
                    .isEqualTo("可办理日期：" + end.minusDays(89) + " 起；您的证书 " + end + " 到期。");
        }
    }

    @Test
    void is_offered_89_days_before_the_end_and_extends_the_old_certificate_by_a_year() {
        assertThat(said(-89).path("offered").asBoolean()).isTrue();
        assertThat(renewedInTime.lastDay()).isEqualTo(end.plusYears(1));
    }

    @Test
    void is_done_without_papers_365_days_after_the_end_for_a_year_from_then_on() {
        assertThat(said(365).path("offered").asBoolean()).isTrue();
        Case subject =
                new Case(
                        hall.owner(MOBILE),
                        hall.offer(PLAN, "RENEW"),
                        watched.answers(),
                        caseAYearAfter.number());
        assertThat(subject.finished()).isTrue();
        assertThat(subject.history()).contains("已支付").doesNotContain("材料已提交", "审核通过");
        assertThat(renewedAYearAfter.lastDay()).isEqualTo(end.plusDays(365).plusYears(1));
        mine(renewedAYearAfter).isAcceptedByOpenSsl();
    }

    @Test
    void wants_papers_and_a_review_366_days_after_the_end() throws IOException {
        assertThat(said(366).path("offered").asBoolean()).isTrue();
        Passage passage = begin(watched).upTo("PAY").pass("PAY");
        assertThat(passage.subject().workable()).containsExactly("UPLOAD");
        passage.pass("UPLOAD");
        assertThat(passage.subject().workable()).containsExactly("REVIEW");
        Pair pair = passage.through().pair();
        assertThat(passage.subject().history()).containsSubsequence("已支付", "材料已提交", "审核通过");
        assertThat(pair.lastDay()).isEqualTo(end.plusDays(366).plusYears(1));
        mine(watched).becomes("SUPERSEDED");
        pair.isAcceptedByOpenSsl();
    }

    private Pair mine(Pair pair) {
        return pair.of(hall.owner(MOBILE));
    }

    private Pair issue() throws IOException {
        Offer first = hall.offer(PLAN, "NEW");
        return hall.issue(hall.owner(MOBILE), first, Answers.ofAnotherOrganisation(), medium());
    }

    private Passage begin(Pair pair) throws IOException {
        return hall.begin(mine(pair), PLAN, "RENEW", medium());
    }

    private Medium medium() throws IOException {
        return new OpenSslKey(Files.createTempDirectory(media, "key"));
    }
}
