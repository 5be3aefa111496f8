package org.yinxin.hall.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;

class DecideReviewTest {

    private static final Decision APPROVE = new Decision.Approve();
    private static final ItemReason UNCLEAR = new ItemReason("seal", "unclear", "印章下半部分看不清");

    private static ReviewRoom room;

    @BeforeAll
    static void open() {
        room = new ReviewRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void listen() {
        room.listener.heard.clear();
        room.listener.fault = null;
    }

    @Test
    void an_approval_is_kept_recorded_and_told() {
        CaseNumber number = room.entered();
        ReviewCase decided =
                ReviewRoom.done(room.decide(People.APPROVING_OFFICER, number, APPROVE));
        assertThat(decided.state())
                .isEqualTo(
                        new ReviewState.Approved(
                                Officer.of(People.APPROVING_OFFICER), room.hall.clock().instant()));
        assertThat(room.listener.heard)
                .containsExactly(
                        new ReviewDecided(
                                number,
                                1,
                                APPROVE,
                                People.APPROVING_OFFICER,
                                room.hall.clock().instant()));
        assertThat(room.hall.journal()).contains("review.approved");
        assertThat(room.read(number).about()).isEqualTo(decided);
    }

    @Test
    void a_return_and_a_refusal_keep_their_reasons() {
        for (Decision decision :
                List.of(
                        new Decision.Return(List.of(UNCLEAR)),
                        new Decision.Refuse(
                                List.of(
                                        UNCLEAR,
                                        new ItemReason("", "differs-from-licence", ""))))) {
            CaseNumber number = room.entered();
            ReviewRoom.done(room.decide(People.APPROVING_OFFICER, number, decision));
            Ruling ruling = Objects.requireNonNull(room.read(number).current().ruling());
            assertThat(ruling.decision()).isEqualTo(decision);
            assertThat(ruling.by()).isEqualTo(Officer.of(People.APPROVING_OFFICER));
        }
    }

    @Test
    void refuses_everybody_but_an_approving_officer() {
        CaseNumber number = room.entered();
        for (Actor actor :
                List.of(
                        People.OTHER_ENTRY_OFFICER,
                        People.PRODUCER,
                        People.AUDITOR,
                        People.ADMINISTRATOR,
                        People.SUBSCRIBER,
                        new Actor.Hall("job"))) {
            assertThat(ReviewRoom.refusal(room.decide(actor, number, APPROVE)).code())
                    .isEqualTo(ReviewError.NOT_AN_APPROVING_OFFICER);
        }
    }

    @Test
    void refuses_approval_by_the_person_who_entered_it_even_with_both_roles() {
        CaseNumber number = room.waiting();
        ReviewRoom.done(room.enter(People.BOTH, number));
        for (Decision decision : List.of(APPROVE, new Decision.Return(List.of(UNCLEAR)))) {
            assertThat(ReviewRoom.refusal(room.decide(People.BOTH, number, decision)).code())
                    .isEqualTo(ReviewError.ENTERED_BY_YOURSELF);
        }
        ReviewRoom.done(room.decide(People.APPROVING_OFFICER, number, APPROVE));
    }

    @Test
    void the_database_itself_refuses_one_person_for_both() {
        CaseNumber number = room.entered();
        assertThatThrownBy(
                        () ->
                                room.hall
                                        .jdbc()
                                        .sql(
                                                """
                                                UPDATE review_round
                                                   SET decided_by = entered_by, decided_by_name = 'x',
                                                       decided_at = now(), decision = 'APPROVE',
                                                       decision_reasons = ''
                                                 WHERE number = :number
                                                """)
                                        .param("number", number.text())
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refuses_what_was_not_entered_yet() {
        assertThat(
                        ReviewRoom.refusal(
                                        room.decide(
                                                People.APPROVING_OFFICER, room.waiting(), APPROVE))
                                .code())
                .isEqualTo(ReviewError.NOT_ENTERED_YET);
    }

    @Test
    void refuses_a_second_decision() {
        CaseNumber number = room.entered();
        ReviewRoom.done(room.decide(People.APPROVING_OFFICER, number, APPROVE));
        assertThat(
                        ReviewRoom.refusal(
                                        room.decide(
                                                People.OTHER_APPROVING_OFFICER,
                                                number,
                                                new Decision.Refuse(List.of(UNCLEAR))))
                                .code())
                .isEqualTo(ReviewError.DECIDED_ALREADY);
    }

    @Test
    void refuses_an_unknown_case_and_a_page_of_another_round() {
        assertThat(
                        ReviewRoom.refusal(
                                        room.decide(
                                                People.APPROVING_OFFICER, room.number(), APPROVE))
                                .code())
                .isEqualTo(ReviewError.NO_SUCH_CASE);
        assertThat(
                        ReviewRoom.refusal(
                                        room.decideReview.decide(
                                                People.APPROVING_OFFICER,
                                                room.entered(),
                                                2,
                                                APPROVE))
                                .code())
                .isEqualTo(ReviewError.ANOTHER_ROUND);
    }

    @Test
    void refuses_a_return_or_refusal_without_any_reason() {
        CaseNumber number = room.entered();
        for (Decision decision :
                List.of(new Decision.Return(List.of()), new Decision.Refuse(List.of()))) {
            assertThat(
                            ReviewRoom.refusal(
                                            room.decide(People.APPROVING_OFFICER, number, decision))
                                    .code())
                    .isEqualTo(ReviewError.NO_REASON_GIVEN);
        }
    }

    @Test
    void a_return_names_items_because_only_they_can_be_corrected() {
        Decision decision = new Decision.Return(List.of(new ItemReason("", "unclear", "")));
        assertThat(violations(decision))
                .containsExactly("reason. review.violation.return-names-items");
    }

    @Test
    void refuses_unknown_items_unknown_reasons_repetitions_and_long_texts_all_at_once() {
        Decision decision =
                new Decision.Refuse(
                        List.of(
                                new ItemReason("height", "unclear", ""),
                                new ItemReason("seal", "too-red", ""),
                                new ItemReason("seal", "unclear", ""),
                                new ItemReason("licence", "unclear", "字".repeat(201))));
        assertThat(violations(decision))
                .containsExactly(
                        "reason.height review.violation.unknown-item",
                        "reason.seal review.violation.unknown-reason",
                        "reason.seal review.violation.item-twice",
                        "text.licence review.violation.text-too-long");
    }

    @Test
    void a_listener_that_fails_undoes_the_decision() {
        CaseNumber number = room.entered();
        room.listener.fault = new IllegalStateException("the application cannot follow");
        int entries = room.hall.journal().size();
        assertThatThrownBy(() -> room.decide(People.APPROVING_OFFICER, number, APPROVE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(room.hall.journal()).hasSize(entries);
        assertThat(room.read(number).about().state().code()).isEqualTo("ENTERED");
    }

    @Test
    void of_concurrent_decisions_one_wins() throws InterruptedException, ExecutionException {
        CaseNumber number = room.entered();
        List<Outcome<ReviewCase>> outcomes = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Outcome<ReviewCase>>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Actor officer =
                        i % 2 == 0 ? People.APPROVING_OFFICER : People.OTHER_APPROVING_OFFICER;
                Decision decision = i < 2 ? APPROVE : new Decision.Refuse(List.of(UNCLEAR));
                running.add(
                        pool.submit(
                                () -> {
                                    start.await();
                                    return room.decide(officer, number, decision);
                                }));
            }
            start.countDown();
            for (Future<Outcome<ReviewCase>> each : running) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Outcome.Done).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Refused)
                .allSatisfy(
                        outcome ->
                                assertThat(ReviewRoom.refusal(outcome).code())
                                        .isEqualTo(ReviewError.DECIDED_ALREADY));
        assertThat(room.listener.heard).hasSize(1);
    }

    @Test
    void words_of_decisions_are_read_and_contradictions_refused() {
        assertThat(ReviewRoom.done(Decision.of("Approve", List.of()))).isEqualTo(APPROVE);
        assertThat(ReviewRoom.done(Decision.of("return", List.of(UNCLEAR))).itemReasons())
                .containsExactly(UNCLEAR);
        assertThat(ReviewRoom.refusal(Decision.of("approve", List.of(UNCLEAR))).code())
                .isEqualTo(ReviewError.APPROVED_WITH_REASONS);
        assertThat(ReviewRoom.refusal(Decision.of("perhaps", List.of())).code())
                .isEqualTo(ReviewError.NOT_A_DECISION);
    }

    private static List<String> violations(Decision decision) {
        Refusal refusal =
                ReviewRoom.refusal(room.decide(People.APPROVING_OFFICER, room.entered(), decision));
        assertThat(refusal.code()).isEqualTo(ReviewError.REASONS_WRONG);
        return refusal.violations().stream()
                .map(violation -> violation.field() + " " + violation.messageKey())
                .toList();
    }
}
