package org.yinxin.hall.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;

class EnterReviewTest {

    private static ReviewRoom room;

    @BeforeAll
    static void open() {
        room = new ReviewRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void an_entry_keeps_a_verdict_for_every_item_and_the_note() {
        CaseNumber number = room.waiting();
        ReviewCase entered =
                ReviewRoom.done(
                        room.enterReview.enter(
                                People.ENTRY_OFFICER,
                                number,
                                1,
                                Map.of("creditCode", Verdict.DOUBT, "seal", Verdict.OK),
                                " 代码与执照一致 "));
        assertThat(entered.state().code()).isEqualTo("ENTERED");
        Entry entry = Objects.requireNonNull(room.read(number).current().entry());
        assertThat(entry.by().name()).isEqualTo("测试录入员");
        assertThat(entry.note()).isEqualTo("代码与执照一致");
        assertThat(entry.verdicts())
                .hasSize(8)
                .containsEntry("creditCode", Verdict.DOUBT)
                .containsEntry("agentName", Verdict.OK)
                .containsEntry("licence", Verdict.OK);
        assertThat(room.hall.journal()).contains("review.entered");
    }

    @Test
    void refuses_everybody_but_an_entry_officer() {
        CaseNumber number = room.waiting();
        for (Actor actor :
                List.of(
                        People.APPROVING_OFFICER,
                        People.PRODUCER,
                        People.AUDITOR,
                        People.ADMINISTRATOR,
                        People.SUBSCRIBER,
                        new Actor.Hall("job"))) {
            assertThat(ReviewRoom.refusal(room.enter(actor, number)).code())
                    .isEqualTo(ReviewError.NOT_AN_ENTRY_OFFICER);
        }
    }

    @Test
    void refuses_an_unknown_case() {
        assertThat(ReviewRoom.refusal(room.enter(People.ENTRY_OFFICER, room.number())).code())
                .isEqualTo(ReviewError.NO_SUCH_CASE);
    }

    @Test
    void refuses_a_second_entry_and_one_after_the_decision() {
        CaseNumber entered = room.entered();
        assertThat(ReviewRoom.refusal(room.enter(People.OTHER_ENTRY_OFFICER, entered)).code())
                .isEqualTo(ReviewError.ENTERED_ALREADY);
        assertThat(ReviewRoom.refusal(room.enter(People.ENTRY_OFFICER, room.returned())).code())
                .isEqualTo(ReviewError.DECIDED_ALREADY);
    }

    @Test
    void refuses_an_entry_from_a_page_of_another_round() {
        CaseNumber number = room.returned();
        ReviewRoom.done(
                room.openReview.open(
                        People.SUBSCRIBER,
                        number,
                        Dossiers.enterprise("云岭市星河测试科技有限公司"),
                        Dossiers.TERMS));
        assertThat(
                        ReviewRoom.refusal(
                                        room.enterReview.enter(
                                                People.ENTRY_OFFICER,
                                                number,
                                                1,
                                                Map.of("creditCode", Verdict.OK),
                                                ""))
                                .code())
                .isEqualTo(ReviewError.ANOTHER_ROUND);
    }

    @Test
    void a_doubtful_item_must_be_judged_and_an_unknown_one_cannot_be() {
        Refusal refusal =
                ReviewRoom.refusal(
                        room.enterReview.enter(
                                People.ENTRY_OFFICER,
                                room.waiting(),
                                null,
                                Map.of("height", Verdict.OK),
                                ""));
        assertThat(refusal.code()).isEqualTo(ReviewError.VERDICTS_INCOMPLETE);
        assertThat(refusal.violations())
                .extracting(violation -> violation.field() + " " + violation.messageKey())
                .containsExactly(
                        "verdict.height review.violation.unknown-item",
                        "verdict.creditCode review.violation.no-verdict");
    }

    @Test
    void a_note_has_at_most_500_characters() {
        CaseNumber number = room.waiting();
        Map<String, Verdict> verdicts = Map.of("creditCode", Verdict.OK);
        assertThat(
                        ReviewRoom.refusal(
                                        room.enterReview.enter(
                                                People.ENTRY_OFFICER,
                                                number,
                                                null,
                                                verdicts,
                                                "注".repeat(501)))
                                .code())
                .isEqualTo(ReviewError.NOTE_TOO_LONG);
        ReviewRoom.done(
                room.enterReview.enter(
                        People.ENTRY_OFFICER, number, null, verdicts, "𠮷".repeat(500)));
    }
}
