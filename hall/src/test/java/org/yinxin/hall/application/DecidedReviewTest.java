package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.fields;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.returned;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationView.PaperState;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.review.ItemReason;
import org.yinxin.hall.review.ReviewDecided;
import org.yinxin.hall.testing.People;

/** What an application does when its review was decided. */
class DecidedReviewTest {

    private static ApplicationRoom room;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom();
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @Test
    void asks_for_money_after_an_approval() {
        room.notify.told.clear();
        CaseNumber number = room.approved(who, "91150100MA0T0045X0");
        ApplicationView view = room.view(who, number);

        assertThat(view.status().words().zh()).isEqualTo("资料审核通过");
        ApplicationView.Order order = Objects.requireNonNull(view.order());
        assertThat(order.amount()).hasToString("280.00");
        assertThat(order.state()).isEqualTo("unpaid");
        assertThat(room.notify.told).contains("application.inbox.pay");
        assertThat(room.hall.journal()).contains("subscriber.registered");
    }

    @Test
    void lets_only_what_was_returned_be_changed() {
        CaseNumber number = room.submitted(who, "91150100MA0T00345Y");
        room.decide(number, returned("agentName", "seal"));
        ApplicationView view = room.view(who, number);

        assertThat(standing(view))
                .containsExactly(
                        "FORM=RETURNED",
                        "AGREE=PASSED",
                        "UPLOAD=RETURNED",
                        "SUBMIT=SHUT",
                        "REVIEW=SHUT",
                        "PAY=SHUT",
                        "PRODUCE=SHUT");
        assertThat(view.status().words().zh()).contains("未通过");
        assertThat(view.gates().getFirst().reasons())
                .extracting(reason -> reason.reason().zh())
                .containsExactly("图片不清晰");
        assertThat(fields(view.violations())).containsExactly("agentName");
        assertThat(view.papers())
                .filteredOn(ApplicationView.Paper::changeable)
                .extracting(ApplicationView.Paper::code)
                .containsExactly("seal");
        assertThat(view.papers())
                .filteredOn(paper -> paper.state() == PaperState.RETURNED)
                .hasSize(1);
        assertThat(done(room.use(ReadForm.class).read(who, number)).changeable())
                .containsExactly("agentName");
        assertThat(refusal(room.use(SaveForm.class).save(who, number, Map.of("city", "别处"))).code())
                .isEqualTo(ApplicationError.NOT_CHANGEABLE);
        assertThat(
                        refusal(
                                        room.use(AttachPaper.class)
                                                .attach(who, number, "licence", new byte[] {1}))
                                .code())
                .isEqualTo(ApplicationError.NOT_CHANGEABLE);
        assertThat(room.notify.told).contains("application.inbox.returned");
    }

    @Test
    void refuses_to_submit_again_until_each_returned_item_was_touched() {
        CaseNumber number = room.submitted(who, "91150100MA0T00222X");
        room.decide(number, returned("agentName", "seal"));
        SubmitApplication submit = room.use(SubmitApplication.class);

        var untouched = refusal(submit.submit(who, number));
        assertThat(untouched.code()).isEqualTo(ApplicationError.INCOMPLETE);
        assertThat(untouched.violations())
                .extracting(Violation::messageKey)
                .containsExactly("application.field.returned", "application.paper.returned");

        room.hall.clock().advance(Duration.ofSeconds(1));
        room.save(who, number, Map.of("agentName", "测试丙"));
        assertThat(fields(refusal(submit.submit(who, number)).violations()))
                .containsExactly("seal");
        room.attach(who, number, "seal");
        assertThat(done(submit.submit(who, number)).status().code()).isEqualTo("REVIEW_OPEN");
    }

    @Test
    void takes_a_returned_answer_that_is_right_when_it_is_saved_again() {
        CaseNumber number = room.submitted(who, "91150100MA0T0002X6");
        room.decide(number, returned("agentName"));
        room.hall.clock().advance(Duration.ofSeconds(1));
        room.save(who, number, Map.of("agentName", "测试甲"));
        assertThat(standing(room.view(who, number))).contains("FORM=PASSED", "SUBMIT=OPEN");
    }

    @Test
    void keeps_the_limits_of_the_return_when_the_correction_is_changed_again() {
        CaseNumber number = room.submitted(who, "91150100MA0T00070H");
        room.decide(number, returned("agentEmail"));
        room.hall.clock().advance(Duration.ofSeconds(1));
        room.save(who, number, Map.of("agentEmail", "new@example.cn"));
        room.save(who, number, Map.of("agentEmail", "broken"));

        assertThat(standing(room.view(who, number))).contains("FORM=RETURNED", "SUBMIT=SHUT");
        assertThat(done(room.use(ReadForm.class).read(who, number)).changeable())
                .containsExactly("agentEmail");
    }

    @Test
    void lets_the_questions_follow_that_hang_on_a_returned_answer() {
        CaseNumber number = room.submitted(who, "1215010046000001XX");
        room.decide(number, returned("legalDocument"));
        assertThat(done(room.use(ReadForm.class).read(who, number)).changeable())
                .containsExactlyInAnyOrder(
                        "legalDocument", "legalIdentityNumber", "legalDocumentNumber");
    }

    @Test
    void ends_with_a_refusal_and_gives_the_place_of_the_organisation_back() {
        String code = "11150000011500000C";
        CaseNumber number = room.submitted(who, code);
        room.decide(number, new Decision.Refuse(List.of(new ItemReason("", "other", "不在受理范围内"))));
        ApplicationView view = room.view(who, number);

        assertThat(view.status().code()).isEqualTo("REVIEW_REFUSED");
        assertThat(view.next()).isNull();
        assertThat(refusal(room.use(SaveForm.class).save(who, number, Map.of())).code())
                .isEqualTo(ApplicationError.ENDED);
        CaseNumber again = room.submitted(who, code);
        assertThat(room.view(who, again).status().code()).isEqualTo("REVIEW_OPEN");
    }

    @Test
    void ignores_a_decision_that_nobody_waits_for_and_journals_it() {
        CaseNumber number = room.open(who);
        ApplicationView before = room.view(who, number);
        room.inTransaction(() -> room.publisher().publishEvent(approval(number)));

        assertThat(room.view(who, number)).isEqualTo(before);
        assertThat(room.hall.journal()).contains("application.decision-ignored");
    }

    @Test
    void undoes_the_decision_when_the_application_cannot_follow() {
        CaseNumber number = room.submitted(who, "51500000500000015J");
        room.notify.failing = true;
        try {
            assertThatThrownBy(() -> room.decide(number, new Decision.Approve()))
                    .hasMessageContaining("killed while telling");
        } finally {
            room.notify.failing = false;
        }
        assertThat(room.view(who, number).status().code()).isEqualTo("REVIEW_OPEN");
        assertThat(room.view(who, number).order()).isNull();
    }

    private static ReviewDecided approval(CaseNumber number) {
        return new ReviewDecided(
                number,
                1,
                new Decision.Approve(),
                People.APPROVING_OFFICER,
                room.hall.clock().instant());
    }
}
