package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.fields;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.agreement.AgreementError;
import org.yinxin.hall.archive.ArchiveError;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.testing.People;

/** Opening, the form, the agreement, the papers. */
class DraftTest {

    private static final String CODE = "91150100MA0T0045X0";

    private static ApplicationRoom room;
    private Actor.Subscriber who = ApplicationRoom.subscriber();

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom();
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @BeforeEach
    void somebodyElse() {
        who = ApplicationRoom.subscriber();
    }

    @Test
    void opens_under_the_newest_plan_with_what_can_be_done_first() {
        ApplicationView view = room.view(who, room.open(who));

        assertThat(view.planVersion()).isEqualTo(1);
        assertThat(standing(view))
                .containsExactly(
                        "FORM=OPEN",
                        "AGREE=OPEN",
                        "UPLOAD=OPEN",
                        "SUBMIT=SHUT",
                        "REVIEW=SHUT",
                        "PAY=SHUT",
                        "PRODUCE=SHUT");
        assertThat(view.status().code()).isEqualTo("FORM_OPEN");
        assertThat(view.next()).isNotNull();
        assertThat(view.order()).isNull();
        assertThat(view.timeline()).hasSize(1);
        assertThat(room.hall.journal()).contains("application.opened");
    }

    @Test
    void refuses_a_business_that_is_not_offered() {
        var use = room.use(OpenApplication.class);
        assertThat(refusal(use.open(who, new PlanCode("nowhere"), ApplicationRoom.NEW)).code())
                .isEqualTo(ApplicationError.NO_SUCH_BUSINESS);
        assertThat(refusal(use.open(who, ApplicationRoom.PLAN, new BusinessCode("FLY"))).code())
                .isEqualTo(ApplicationError.NO_SUCH_BUSINESS);
    }

    @Test
    void refuses_a_second_open_case_and_names_the_first() {
        CaseNumber first = room.open(who);
        var refusal =
                refusal(
                        room.use(OpenApplication.class)
                                .open(who, ApplicationRoom.PLAN, ApplicationRoom.NEW));
        assertThat(refusal.code()).isEqualTo(ApplicationError.OPEN_CASE_EXISTS);
        assertThat(refusal.arguments()).containsExactly(first.text());
    }

    @Test
    void saves_what_is_incomplete_and_says_what_is_missing() {
        CaseNumber number = room.open(who);
        ApplicationView view = room.save(who, number, Map.of("agentName", "测试甲"));

        assertThat(view.form()).containsOnlyKeys("agentName");
        assertThat(fields(view.violations()))
                .contains("organisationName", "creditCode")
                .doesNotContain("licence", "agentName", "postcode", "legalIdentityNumber");
        assertThat(standing(view)).contains("FORM=OPEN");
    }

    @Test
    void saves_what_is_wrong_and_says_what_is_wrong_with_it() {
        CaseNumber number = room.open(who);
        ApplicationView view =
                room.save(
                        who,
                        number,
                        Map.of(
                                "agentIdentityNumber", "150102199001010018",
                                "agentMobile", "123",
                                "subjectType", "CASTLE",
                                "organisationName", "<b>",
                                "district", "旗".repeat(41),
                                "agentEmail", "nobody"));
        assertThat(view.violations())
                .extracting(Violation::messageKey)
                .contains(
                        "code.identity-number.checksum",
                        "code.mobile.form",
                        "application.field.not-offered",
                        "application.field.name",
                        "application.field.too-long",
                        "code.email.form");
        assertThat(room.view(who, number).form()).containsEntry("agentMobile", "***");
    }

    @Test
    void passes_the_form_when_it_is_complete_and_takes_it_back_when_it_is_not_any_more() {
        CaseNumber number = room.open(who);
        assertThat(standing(room.save(who, number, ApplicationRoom.answers(CODE))))
                .contains("FORM=PASSED");
        assertThat(standing(room.save(who, number, Map.of("city", "")))).contains("FORM=OPEN");
        assertThat(standing(room.save(who, number, Map.of("city", "云岭市")))).contains("FORM=PASSED");
    }

    @Test
    void asks_for_another_document_where_the_legal_representative_has_another() {
        CaseNumber number = room.open(who);
        ApplicationView view =
                room.save(
                        who,
                        number,
                        Map.of("legalDocument", "PASSPORT", "legalIdentityNumber", "1"));
        assertThat(fields(view.violations()))
                .contains("legalDocumentNumber")
                .doesNotContain("legalIdentityNumber");
        assertThat(view.form()).doesNotContainKey("legalIdentityNumber");
    }

    @Test
    void takes_a_credit_code_whose_checksum_fails_with_a_warning() {
        CaseNumber number = room.open(who);
        ApplicationView view =
                room.save(who, number, ApplicationRoom.answers("91350211M00013FA1N"));
        assertThat(view.warnings())
                .extracting(Violation::messageKey)
                .containsExactly("code.credit-code.checksum");
        assertThat(standing(view)).contains("FORM=PASSED");
    }

    @Test
    void keeps_personal_answers_sealed_and_shows_them_masked() {
        CaseNumber number = room.open(who);
        ApplicationView view = room.save(who, number, ApplicationRoom.answers(CODE));

        assertThat(view.form())
                .containsEntry("agentName", "测**")
                .containsEntry("agentMobile", "199****0001")
                .containsEntry("agentIdentityNumber", "1501************19")
                .containsEntry("creditCode", CODE);
        List<String> plain =
                room.hall
                        .jdbc()
                        .sql(
                                "SELECT name FROM application_field WHERE number = :n AND plain IS NOT NULL")
                        .param("n", number.text())
                        .query((row, _) -> row.getString("name"))
                        .list();
        assertThat(plain)
                .contains("creditCode")
                .doesNotContain("agentName", "agentMobile", "address", "legalIdentityNumber");
    }

    @Test
    void understands_a_masked_answer_that_comes_back_as_the_one_that_was_masked() {
        CaseNumber number = room.open(who);
        room.save(who, number, ApplicationRoom.answers(CODE));
        room.save(who, number, Map.of("agentMobile", "199****0001"));

        FormView form = done(room.use(ReadForm.class).read(who, number));
        assertThat(form.answers()).containsEntry("agentMobile", "19900000001");
        assertThat(form.changeable()).contains("agentMobile", "postcode");
    }

    @Test
    void refuses_answers_to_questions_that_are_not_asked_and_saves_nothing() {
        CaseNumber number = room.open(who);
        var refusal =
                refusal(
                        room.use(SaveForm.class)
                                .save(
                                        who,
                                        number,
                                        Map.of("shoeSize", "43", "city", "x".repeat(2001))));
        assertThat(refusal.code()).isEqualTo(ApplicationError.NOT_AN_ANSWER);
        assertThat(fields(refusal.violations())).containsExactlyInAnyOrder("shoeSize", "city");
        assertThat(room.view(who, number).form()).isEmpty();
    }

    @Test
    void answers_somebody_elses_application_as_one_that_is_not_there() {
        CaseNumber number = room.open(who);
        Actor.Subscriber other = ApplicationRoom.subscriber();
        var none = ApplicationError.NO_SUCH_APPLICATION;

        assertThat(refusal(room.use(ViewApplication.class).view(other, number)).code())
                .isEqualTo(none);
        assertThat(refusal(room.use(ReadForm.class).read(other, number)).code()).isEqualTo(none);
        assertThat(refusal(room.use(SaveForm.class).save(other, number, new HashMap<>())).code())
                .isEqualTo(none);
        assertThat(refusal(room.use(ReadAgreement.class).read(other, number)).code())
                .isEqualTo(none);
        assertThat(refusal(room.use(AcceptAgreement.class).accept(other, number, 1, "", "")).code())
                .isEqualTo(none);
        assertThat(
                        refusal(
                                        room.use(AttachPaper.class)
                                                .attach(other, number, "seal", new byte[] {1}))
                                .code())
                .isEqualTo(none);
        assertThat(refusal(room.use(RemovePaper.class).remove(other, number, "seal")).code())
                .isEqualTo(none);
        assertThat(refusal(room.use(ReadAttachedPaper.class).read(other, number, "seal")).code())
                .isEqualTo(none);
        assertThat(refusal(room.use(SubmitApplication.class).submit(other, number)).code())
                .isEqualTo(none);
        assertThat(refusal(room.use(PayApplication.class).pay(other, number, "wechat")).code())
                .isEqualTo(none);
        assertThat(
                        refusal(
                                        room.use(ProduceCertificates.class)
                                                .produce(other, number, new byte[0]))
                                .code())
                .isEqualTo(none);
        assertThat(
                        refusal(
                                        room.use(ConfirmProduction.class)
                                                .confirm(other, number, new byte[0], new byte[0]))
                                .code())
                .isEqualTo(none);
        assertThat(room.use(ListApplications.class).own(other)).isEmpty();
        assertThat(room.use(ListApplications.class).own(who))
                .extracting(ApplicationSummary::number)
                .containsExactly(number);
    }

    @Test
    void lists_own_cases_page_by_page_and_each_once() {
        CaseNumber number = room.open(who);
        // Ten at a time of one moment, where only their numbers tell what comes first.
        copies(number, 44);
        var use = room.use(ListApplications.class);
        var seen = new ArrayList<CaseNumber>();
        var sizes = new ArrayList<Integer>();
        Place place = null;
        do {
            ListApplications.Page page = use.own(who, null, place);
            page.applications().forEach(one -> seen.add(one.number()));
            sizes.add(page.applications().size());
            place = page.next();
        } while (place != null);
        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(seen)
                .startsWith(number)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        use.own(who).stream().map(ApplicationSummary::number).toList());
    }

    private static void copies(CaseNumber number, int many) {
        String copy =
                """
                INSERT INTO %1$s SELECT (jsonb_populate_record(c,
                    jsonb_build_object('number', '2601-0000-' || lpad(i::text, 4, '0')) || %2$s)).*
                  FROM %1$s c, generate_series(1, :many) i WHERE number = :number
                """;
        String earlier =
                "jsonb_build_object('opened_at', opened_at - make_interval(days => 1 + i / 10), 'ended_at', opened_at)";
        for (String statement :
                List.of(
                        copy.formatted("application", earlier),
                        copy.formatted("application_gate", "'{}'"))) {
            room.hall
                    .jdbc()
                    .sql(statement)
                    .param("many", many)
                    .param("number", number.text())
                    .update();
        }
    }

    @Test
    void lets_staff_look_but_not_change() {
        CaseNumber number = room.open(who);
        assertThat(room.view(People.PRODUCER, number).number()).isEqualTo(number);
        assertThat(refusal(room.use(ReadForm.class).read(People.PRODUCER, number)).code())
                .isEqualTo(ApplicationError.NOT_THE_SUBSCRIBER);
        assertThat(
                        refusal(room.use(SubmitApplication.class).submit(People.PRODUCER, number))
                                .code())
                .isEqualTo(ApplicationError.NOT_THE_SUBSCRIBER);
        assertThat(
                        refusal(room.use(ViewApplication.class).view(People.ADMINISTRATOR, number))
                                .code())
                .isEqualTo(ApplicationError.NO_SUCH_APPLICATION);
    }

    @Test
    void accepts_the_agreement_that_was_read_and_no_other() {
        CaseNumber number = room.open(who);
        var use = room.use(AcceptAgreement.class);
        AgreementView agreement = done(room.use(ReadAgreement.class).read(who, number));

        assertThat(refusal(use.accept(who, number, agreement.version(), "other", "")).code())
                .isEqualTo(AgreementError.NOT_THE_CURRENT_VERSION);
        ApplicationView view = room.accept(who, number);
        assertThat(standing(view)).contains("AGREE=PASSED");
        assertThat(room.accept(who, number).timeline()).isEqualTo(view.timeline());
        assertThat(done(room.use(ReadAgreement.class).read(who, number)).accepted()).isTrue();
    }

    @Test
    void takes_papers_and_gives_them_back() {
        CaseNumber number = room.open(who);
        ApplicationView view = room.attach(who, number, "seal");
        assertThat(view.papers())
                .filteredOn(paper -> paper.code().equals("seal"))
                .allMatch(paper -> paper.state() == ApplicationView.PaperState.GIVEN)
                .allMatch(paper -> "png".equals(paper.format()));
        assertThat(done(room.use(ReadAttachedPaper.class).read(who, number, "seal")).content())
                .isEqualTo(Pictures.png(40, 34));

        room.hall.clock().advance(Duration.ofSeconds(1));
        done(room.use(RemovePaper.class).remove(who, number, "seal"));
        assertThat(refusal(room.use(RemovePaper.class).remove(who, number, "seal")).code())
                .isEqualTo(ApplicationError.NO_SUCH_PAPER);
        assertThat(refusal(room.use(ReadAttachedPaper.class).read(who, number, "seal")).code())
                .isEqualTo(ApplicationError.NO_SUCH_PAPER);
    }

    @Test
    void takes_the_papers_back_from_being_complete() {
        CaseNumber number = room.open(who);
        room.attach(who, number, "seal");
        room.attach(who, number, "licence");
        assertThat(standing(room.attach(who, number, "legal-id"))).contains("UPLOAD=PASSED");
        assertThat(standing(done(room.use(RemovePaper.class).remove(who, number, "seal"))))
                .contains("UPLOAD=OPEN");
    }

    @Test
    void refuses_papers_that_are_not_asked_for_too_large_or_no_pictures() {
        CaseNumber number = room.open(who);
        var use = room.use(AttachPaper.class);
        assertThat(refusal(use.attach(who, number, "diploma", Pictures.png(9, 9))).code())
                .isEqualTo(ApplicationError.NO_SUCH_PAPER);
        assertThat(refusal(use.attach(who, number, "seal", new byte[1024 * 1024 + 1])).code())
                .isEqualTo(ArchiveError.TOO_LARGE);
        assertThat(
                        refusal(
                                        use.attach(
                                                who,
                                                number,
                                                "seal",
                                                "MZ exe"
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .US_ASCII)))
                                .code())
                .isEqualTo(ArchiveError.FORMAT_NOT_TAKEN);
        assertThat(room.view(who, number).papers())
                .allMatch(paper -> paper.state() == ApplicationView.PaperState.MISSING);
    }
}
