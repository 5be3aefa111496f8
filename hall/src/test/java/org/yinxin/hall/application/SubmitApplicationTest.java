package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.fields;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.ReadReview;
import org.yinxin.hall.testing.People;

class SubmitApplicationTest {

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
    void hands_the_dossier_to_the_review_and_tells_the_subscriber() {
        room.notify.told.clear();
        CaseNumber number = room.submitted(who, "91150100MA0T00345Y");
        ApplicationView view = room.view(who, number);

        assertThat(view.status().words().zh()).isEqualTo("待审核");
        assertThat(view.next()).isNotNull();
        assertThat(view.timeline()).anyMatch(moment -> moment.what().zh().equals("已提交"));
        Dossier dossier =
                done(room.use(ReadReview.class).read(People.ENTRY_OFFICER, number))
                        .current()
                        .dossier();
        assertThat(dossier.subscriber()).isEqualTo("云岭市星河测试科技有限公司");
        assertThat(dossier.sections().stream().flatMap(section -> section.items().stream()))
                .anyMatch(it -> it.key().equals("agentMobile") && it.value().equals("19900000001"))
                .noneMatch(item -> item.key().equals("legalDocumentNumber"));
        assertThat(dossier.papers()).hasSize(3);
        assertThat(room.notify.told)
                .contains("application.inbox.submitted", "19900000001 application.sms.submitted");
        assertThat(room.hall.journal()).contains("application.submitted");
    }

    @Test
    void shows_the_officers_what_is_doubtful() {
        CaseNumber number = room.submitted(who, "91350211M00013FA1N");
        Dossier dossier =
                done(room.use(ReadReview.class).read(People.ENTRY_OFFICER, number))
                        .current()
                        .dossier();
        assertThat(dossier.sections().stream().flatMap(section -> section.items().stream()))
                .filteredOn(item -> item.key().equals("creditCode"))
                .allMatch(
                        item ->
                                item.warnings()
                                        .getFirst()
                                        .messageKey()
                                        .equals("code.credit-code.checksum"));
    }

    @Test
    void names_everything_that_is_missing_or_wrong_at_once() {
        CaseNumber number = room.open(who);
        room.save(who, number, Map.of("agentEmail", "nobody"));
        var refusal = refusal(room.use(SubmitApplication.class).submit(who, number));

        assertThat(refusal.code()).isEqualTo(ApplicationError.INCOMPLETE);
        assertThat(fields(refusal.violations()))
                .contains("organisationName", "agentEmail", "agreement", "licence", "seal");
    }

    @Test
    void refuses_a_second_submission() {
        CaseNumber number = room.submitted(who, "91150100MA0T00222X");
        assertThat(refusal(room.use(SubmitApplication.class).submit(who, number)).code())
                .isEqualTo(ApplicationError.ALREADY_SUBMITTED);
    }

    @Test
    void lets_nothing_be_changed_after_the_submission() {
        CaseNumber number = room.submitted(who, "91150100MA0T0002X6");

        var saving = refusal(room.use(SaveForm.class).save(who, number, Map.of("city", "另一个市")));
        assertThat(saving.code()).isEqualTo(ApplicationError.NOT_CHANGEABLE);
        assertThat(fields(saving.violations())).containsExactly("city");
        assertThat(
                        refusal(
                                        room.use(AttachPaper.class)
                                                .attach(who, number, "seal", Pictures.png(8, 8)))
                                .code())
                .isEqualTo(ApplicationError.NOT_CHANGEABLE);
        assertThat(refusal(room.use(RemovePaper.class).remove(who, number, "seal")).code())
                .isEqualTo(ApplicationError.NOT_CHANGEABLE);
        assertThat(room.save(who, number, Map.of("city", "云岭市")).form())
                .containsEntry("city", "云岭市");
    }

    @Test
    void gives_each_organisation_one_certificate() {
        String code = "91150100MA0T00070H";
        room.submitted(who, code);
        Actor.Subscriber other = ApplicationRoom.subscriber();
        CaseNumber second = room.complete(other, code);

        assertThat(refusal(room.use(SubmitApplication.class).submit(other, second)).code())
                .isEqualTo(ApplicationError.HOLDER_HAS_ONE);
        assertThat(standing(room.view(other, second))).contains("SUBMIT=OPEN", "REVIEW=SHUT");
    }

    @Test
    void lets_one_of_two_submissions_win_that_come_at_once() throws Exception {
        CaseNumber number = room.complete(who, "1215010046000001XX");
        SubmitApplication submit = room.use(SubmitApplication.class);
        List<Outcome<ApplicationView>> outcomes =
                atOnce(() -> submit.submit(who, number), () -> submit.submit(who, number));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(codes(outcomes)).containsExactly(ApplicationError.ALREADY_SUBMITTED);
    }

    @Test
    void lets_one_of_two_cases_win_that_claim_an_organisation_at_once() throws Exception {
        Actor.Subscriber other = ApplicationRoom.subscriber();
        CaseNumber mine = room.complete(who, "11150000011500000C");
        CaseNumber theirs = room.complete(other, "11150000011500000C");
        SubmitApplication submit = room.use(SubmitApplication.class);
        List<Outcome<ApplicationView>> outcomes =
                atOnce(() -> submit.submit(who, mine), () -> submit.submit(other, theirs));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(codes(outcomes)).containsExactly(ApplicationError.HOLDER_HAS_ONE);
    }

    @Test
    void opens_one_of_two_cases_that_are_opened_at_once() throws Exception {
        OpenApplication open = room.use(OpenApplication.class);
        List<Outcome<CaseNumber>> outcomes =
                atOnce(
                        () -> open.open(who, ApplicationRoom.PLAN, ApplicationRoom.NEW),
                        () -> open.open(who, ApplicationRoom.PLAN, ApplicationRoom.NEW));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(codes(outcomes)).containsExactly(ApplicationError.OPEN_CASE_EXISTS);
    }

    @Test
    void rolls_everything_back_when_it_is_cut_off_half_way() {
        CaseNumber number = room.complete(who, "51500000500000015J");
        ApplicationView before = room.view(who, number);
        room.notify.failing = true;
        try {
            assertThatThrownBy(() -> room.use(SubmitApplication.class).submit(who, number))
                    .hasMessageContaining("killed while telling");
        } finally {
            room.notify.failing = false;
        }
        assertThat(room.view(who, number)).isEqualTo(before);
        assertThat(room.use(ReadReview.class).read(People.ENTRY_OFFICER, number))
                .isInstanceOf(Outcome.Refused.class);
        done(room.use(SubmitApplication.class).submit(who, number));
    }

    private static <T> List<Outcome<T>> atOnce(Callable<Outcome<T>> one, Callable<Outcome<T>> other)
            throws Exception {
        List<Callable<Outcome<T>>> both = List.of(one, other);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Outcome<T>>> futures = threads.invokeAll(both);
            return List.of(futures.getFirst().get(), futures.getLast().get());
        }
    }

    private static <T> List<ErrorCode> codes(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(outcome -> refusal(outcome).code())
                .toList();
    }
}
