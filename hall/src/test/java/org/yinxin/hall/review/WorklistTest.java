package org.yinxin.hall.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.calendar.Light;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.calendar.WorkingTime;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.hall.testing.People;

/** Whose turn it is, by when, and who is at it. */
class WorklistTest {

    private static final Duration LONG = Duration.ofDays(30);

    private ReviewRoom room;
    private ClaimReview claim;
    private ReleaseReview release;
    private TakeOverReview takeOver;

    @BeforeEach
    void open() {
        room = new ReviewRoom();
        claim = room.hall.get(ClaimReview.class);
        release = room.hall.get(ReleaseReview.class);
        takeOver = room.hall.get(TakeOverReview.class);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void what_the_plan_promises_is_reckoned_when_the_case_comes_in_and_kept() {
        CaseNumber number = room.waiting();
        Promise promise = Objects.requireNonNull(room.read(number).about().promise());
        assertThat(promise.at(room.hall.clock().instant())).isEqualTo(Light.GREEN);
        assertThat(promise.dueAt()).isAfter(room.hall.clock().instant());
        room.hall.clock().advance(LONG);
        ReviewRoom.done(room.enter(People.ENTRY_OFFICER, number));
        assertThat(room.read(number).about().promise()).isEqualTo(promise);
        assertThat(promise.at(room.hall.clock().instant())).isEqualTo(Light.RED);
    }

    @Test
    void nothing_is_promised_where_the_plan_says_nothing() {
        CaseNumber number =
                submit(new ReviewTerms(new PlanCode("other-plan"), Dossiers.REASONS, null));
        assertThat(room.read(number).about().promise()).isNull();
        assertThat(numbers(QueueFilter.of(Tab.WAITING))).containsExactly(number);
    }

    @Test
    void what_is_due_first_comes_first_whatever_came_first() {
        CaseNumber slow = submit(new ReviewTerms(new PlanCode("other-plan"), Dossiers.REASONS, 10));
        room.hall.clock().advance(Duration.ofHours(1));
        CaseNumber quick = submit(new ReviewTerms(new PlanCode("other-plan"), Dossiers.REASONS, 1));
        assertThat(numbers(QueueFilter.of(Tab.WAITING))).containsExactly(quick, slow);
    }

    @Test
    void the_queue_is_narrowed_to_a_plan_to_late_ones_and_to_the_readers_own() {
        CaseNumber late = room.waiting();
        room.hall.clock().advance(LONG);
        CaseNumber fresh = room.waiting();
        CaseNumber other = submit(new ReviewTerms(new PlanCode("other-plan"), Dossiers.REASONS, 5));
        ReviewRoom.done(claim.claim(People.ENTRY_OFFICER, fresh));
        assertThat(numbers(filter("other-plan", false, false))).containsExactly(other);
        assertThat(numbers(filter("test-plan", false, false))).containsExactly(late, fresh);
        assertThat(numbers(filter(null, true, false))).containsExactly(late);
        assertThat(numbers(filter(null, false, true))).containsExactly(fresh);
        ReviewQueue queue =
                ReviewRoom.done(
                        room.listReviews.list(
                                People.ENTRY_OFFICER, filter(null, true, false), null));
        assertThat(queue.counts()).containsEntry(Tab.WAITING, 1L).containsEntry(Tab.ENTERED, 0L);
    }

    @Test
    void a_claimed_case_is_not_taken_by_another_until_the_claim_ends() {
        CaseNumber number = room.waiting();
        ReviewRoom.done(claim.claim(People.ENTRY_OFFICER, number));
        assertThat(code(claim.claim(People.OTHER_ENTRY_OFFICER, number)))
                .isEqualTo(ReviewError.CLAIMED_BY_ANOTHER);
        assertThat(code(room.enter(People.OTHER_ENTRY_OFFICER, number)))
                .isEqualTo(ReviewError.CLAIMED_BY_ANOTHER);
        assertThat(ReviewRoom.refusal(room.enter(People.OTHER_ENTRY_OFFICER, number)).arguments())
                .containsExactly(People.ENTRY_OFFICER.name());
        room.hall.clock().advance(Claim.LASTS);
        ReviewRoom.done(claim.claim(People.OTHER_ENTRY_OFFICER, number));
        assertThat(code(room.enter(People.ENTRY_OFFICER, number)))
                .isEqualTo(ReviewError.CLAIMED_BY_ANOTHER);
        ReviewRoom.done(room.enter(People.OTHER_ENTRY_OFFICER, number));
        assertThat(room.read(number).about().claim()).isNull();
    }

    @Test
    void a_decision_waits_for_whoever_has_claimed_the_case() {
        CaseNumber number = room.entered();
        ReviewRoom.done(claim.claim(People.APPROVING_OFFICER, number));
        assertThat(
                        code(
                                room.decide(
                                        People.OTHER_APPROVING_OFFICER,
                                        number,
                                        new Decision.Approve())))
                .isEqualTo(ReviewError.CLAIMED_BY_ANOTHER);
        ReviewRoom.done(release.release(People.APPROVING_OFFICER, number));
        ReviewRoom.done(
                room.decide(People.OTHER_APPROVING_OFFICER, number, new Decision.Approve()));
    }

    @Test
    void only_who_could_work_on_a_case_claims_it_and_only_who_has_claimed_it_releases_it() {
        CaseNumber waiting = room.waiting();
        CaseNumber entered = room.waiting();
        ReviewRoom.done(room.enter(People.BOTH, entered));
        assertThat(code(claim.claim(People.APPROVING_OFFICER, waiting)))
                .isEqualTo(ReviewError.NOT_AN_ENTRY_OFFICER);
        assertThat(code(claim.claim(People.ENTRY_OFFICER, entered)))
                .isEqualTo(ReviewError.NOT_AN_APPROVING_OFFICER);
        assertThat(code(claim.claim(People.BOTH, entered)))
                .isEqualTo(ReviewError.ENTERED_BY_YOURSELF);
        assertThat(code(claim.claim(People.BOTH, room.returned())))
                .isEqualTo(ReviewError.DECIDED_ALREADY);
        assertThat(code(claim.claim(People.BOTH, room.number())))
                .isEqualTo(ReviewError.NO_SUCH_CASE);
        assertThat(code(release.release(People.ENTRY_OFFICER, waiting)))
                .isEqualTo(ReviewError.NOT_CLAIMED);
        for (Actor who : List.of(People.AUDITOR, People.PRODUCER, People.SUBSCRIBER)) {
            assertThat(
                            List.of(
                                    code(claim.claim(who, waiting)),
                                    code(release.release(who, waiting))))
                    .containsOnly(ReviewError.NOT_A_REVIEWER);
        }
    }

    @Test
    void an_approving_officer_takes_over_and_the_journal_says_from_whom() {
        CaseNumber number = room.waiting();
        assertThat(code(takeOver.takeOver(People.APPROVING_OFFICER, number)))
                .isEqualTo(ReviewError.NOT_CLAIMED);
        ReviewRoom.done(claim.claim(People.ENTRY_OFFICER, number));
        assertThat(code(takeOver.takeOver(People.OTHER_ENTRY_OFFICER, number)))
                .isEqualTo(ReviewError.NOT_AN_APPROVING_OFFICER);
        ReviewRoom.done(takeOver.takeOver(People.BOTH, number));
        assertThat(code(room.enter(People.ENTRY_OFFICER, number)))
                .isEqualTo(ReviewError.CLAIMED_BY_ANOTHER);
        ReviewRoom.done(room.enter(People.BOTH, number));
        assertThat(code(room.decide(People.BOTH, number, new Decision.Approve())))
                .isEqualTo(ReviewError.ENTERED_BY_YOURSELF);
        assertThat(room.hall.journal()).contains("review.claimed", "review.taken-over");
    }

    @Test
    void who_asks_for_the_next_case_gets_the_one_due_first_that_nobody_works_on() {
        ClaimNextReview next = room.hall.get(ClaimNextReview.class);
        List<CaseNumber> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(room.waiting());
            room.hall.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(ReviewRoom.done(next.claim(People.ENTRY_OFFICER, Tab.WAITING)).number())
                .isEqualTo(all.getFirst());
        assertThat(ReviewRoom.done(next.claim(People.OTHER_ENTRY_OFFICER, Tab.WAITING)).number())
                .isEqualTo(all.get(1));
        ReviewRoom.done(room.enter(People.BOTH, all.get(2)));
        assertThat(code(next.claim(People.BOTH, Tab.ENTERED)))
                .isEqualTo(ReviewError.NOTHING_TO_CLAIM);
        assertThat(ReviewRoom.done(next.claim(People.APPROVING_OFFICER, Tab.ENTERED)).number())
                .isEqualTo(all.get(2));
        assertThat(code(next.claim(People.APPROVING_OFFICER, Tab.WAITING)))
                .isEqualTo(ReviewError.NOT_AN_ENTRY_OFFICER);
    }

    @Test
    void colleagues_leave_notes_that_are_sealed_and_stay() {
        AddNote notes = room.hall.get(AddNote.class);
        CaseNumber number = room.waiting();
        ReviewRoom.done(notes.add(People.ENTRY_OFFICER, number, " 已电话联系经办人 "));
        ReviewRoom.done(notes.add(People.APPROVING_OFFICER, number, "好"));
        assertThat(room.read(number).notes())
                .extracting(Note::text)
                .containsExactly("好", "已电话联系经办人");
        assertThat(code(notes.add(People.ENTRY_OFFICER, number, " ")))
                .isEqualTo(ReviewError.NOTE_EMPTY);
        assertThat(code(notes.add(People.ENTRY_OFFICER, number, "字".repeat(501))))
                .isEqualTo(ReviewError.NOTE_TOO_LONG);
        assertThat(code(notes.add(People.AUDITOR, number, "看")))
                .isEqualTo(ReviewError.NOT_A_REVIEWER);
        assertThat(
                        room.hall
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM review_note WHERE note = convert_to('好', 'UTF8')")
                                .query((row, _) -> row.getLong(1))
                                .single())
                .isZero();
    }

    @Test
    void refusals_are_counted_by_reason_and_found_by_it() {
        CountReviews counts = room.hall.get(CountReviews.class);
        LocalDate today = LocalDate.ofInstant(room.hall.clock().instant(), WorkingTime.SHANGHAI);
        List<CaseNumber> refused = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CaseNumber number = room.entered();
            ReviewRoom.done(
                    room.decide(
                            People.APPROVING_OFFICER,
                            number,
                            new Decision.Refuse(
                                    List.of(
                                            new ItemReason("seal", "unclear", ""),
                                            new ItemReason("licence", "unclear", "")))));
            refused.add(number);
            room.hall.clock().advance(Duration.ofMinutes(1));
        }
        room.returned();
        room.hall.get(RefusalReasons.class).fold();
        assertThat(ReviewRoom.done(counts.count(People.AUDITOR, today)).refusedFor())
                .containsExactly(new RefusedFor("unclear", Dossiers.REASONS.getFirst().words(), 2));
        var filter = new QueueFilter(Tab.DECIDED, null, false, false, null, "unclear", today);
        assertThat(numbers(filter)).isEqualTo(refused.reversed());
        assertThat(code(counts.count(People.PRODUCER, today)))
                .isEqualTo(ReviewError.NOT_A_REVIEWER);
    }

    private CaseNumber submit(ReviewTerms terms) {
        CaseNumber number = room.number();
        ReviewRoom.done(
                room.openReview.open(
                        People.SUBSCRIBER, number, Dossiers.enterprise("云岭市星河测试科技有限公司"), terms));
        return number;
    }

    private static QueueFilter filter(@Nullable String plan, boolean late, boolean mine) {
        return new QueueFilter(
                Tab.WAITING,
                plan == null ? null : new PlanCode(plan),
                late,
                mine,
                null,
                null,
                null);
    }

    private List<CaseNumber> numbers(QueueFilter filter) {
        return ReviewRoom.done(room.listReviews.list(People.ENTRY_OFFICER, filter, null))
                .cases()
                .stream()
                .map(ReviewCase::number)
                .toList();
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ReviewRoom.refusal(outcome).code();
    }
}
