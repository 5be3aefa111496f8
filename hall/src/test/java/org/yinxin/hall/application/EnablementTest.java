package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.RenewingRoom.Held;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.certificate.CertificateBusiness;
import org.yinxin.hall.certificate.CertificateView;
import org.yinxin.hall.certificate.EnabledProject;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.DecideReview;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.revocation.EndCertificate;
import org.yinxin.hall.testing.People;

/** 应用开通: one certificate for a further project, with nothing issued. */
class EnablementTest {

    private static final BusinessCode OPENING = new BusinessCode("OPEN_APPLICATION");

    private final RenewingRoom hall = new RenewingRoom(Plans.class);
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final Held held = hall.issued(who);

    /** The plan of the certificate, another of the same authority, and one of somebody else. */
    @Primary
    @Component
    static class Plans implements PlanFiles {

        private static final String BUSINESS =
                """
                  - code: OPEN_APPLICATION
                    title: {zh: 应用开通, en: Open a project}
                    summary: {zh: 测试用, en: For tests}
                    channel: ONLINE
                    limits: {}
                    certificate: {phases: [VALID]}
                    opened: {zh: 申请已创建, en: Opened}
                    finished: {zh: 已开通, en: Done}
                    gates:
                      - code: FORM
                        kind: form
                        title: {zh: 填写, en: Fill in}
                        words: {open: {zh: 填写中, en: Open}, passed: {zh: 已填写, en: Done}, returned: {zh: 请修改, en: Correct}}
                        sections:
                          - code: project
                            title: {zh: 项目, en: Project}
                            fields:
                              - name: project
                                type: CHOICE
                                label: {zh: 项目, en: Project}
                                required: always
                                options: [{value: health, zh: 医疗保障, en: Health}, {value: water, zh: 水务, en: Water}]
                      - {code: SUBMIT, kind: submission, title: {zh: 提交, en: Submit}, after: [FORM], words: {open: {zh: 待提交, en: Open}, passed: {zh: 已提交, en: Done}}}
                      - {code: REVIEW, kind: review, title: {zh: 审核, en: Review}, after: [SUBMIT], words: {open: {zh: 待审核, en: Open}, passed: {zh: 已通过, en: Passed}, refused: {zh: 已驳回, en: Refused}}, reasons: [{code: unclear, zh: 有误, en: Wrong}]}
                      - {code: ENABLE, kind: enablement, title: {zh: 开通, en: Open}, after: [REVIEW], words: {open: {zh: 开通中, en: Open}, passed: {zh: 已开通, en: Done}, refused: {zh: 不能开通, en: Impossible}}%s}
                """;

        @Override
        public List<PlanFile> all() {
            PlanFile renewing = new RenewingRoom.RenewingPlan().all().getFirst();
            return Stream.of(
                            new PlanFile(
                                    "renewing.yaml",
                                    renewing.yaml() + BUSINESS.formatted(", project: project")),
                            other("neighbour", "yinxin-demo"),
                            other("stranger", "another-authority"))
                    .toList();
        }

        private static PlanFile other(String code, String authority) {
            return new PlanFile(
                    code + ".yaml",
                    """
                    plan: %s
                    title: {zh: 别的计划, en: Another plan}
                    authority: %s
                    project: {region: {zh: 示例省, en: Sample}, category: {zh: 采购, en: Procurement}, name: {zh: 邻居项目, en: Neighbour}}
                    products:
                      - {code: unit, kind: UNIT, title: {zh: 单位证书, en: Unit}, years: [1], subject: {country: CN, organisation: {field: unitName}, commonName: {field: unitName}}}
                    businesses:
                    """
                                    .formatted(code, authority)
                            + BUSINESS.formatted(""));
        }
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void an_approved_case_enables_the_certificate_and_nothing_is_issued() {
        int issued = hall.room.certificates.orders.size();
        CaseNumber number = submitted("renewing", "health");
        assertThat(enabled(held)).isEmpty();
        hall.room.decide(number, new Decision.Approve());

        assertThat(hall.room.view(who, number).status().code()).isEqualTo("FINISHED");
        EnabledProject one = enabled(held).getFirst();
        assertThat(one.project()).isEqualTo("renewing:health");
        assertThat(one.name().zh()).isEqualTo("医疗保障");
        assertThat(one.caseNumber()).isEqualTo(number);
        assertThat(one.at()).isEqualTo(hall.room.hall.clock().instant());
        assertThat(hall.room.certificates.orders).hasSize(issued);
        assertThat(hall.room.notify.told).contains("application.inbox.enabled");
        assertThat(hall.room.hall.journal()).containsOnlyOnce("certificate.enabled");
        Outcome<CertificateView> staff =
                hall.room.use(ReadCertificate.class).read(People.ENTRY_OFFICER, held.serial());
        assertThat(done(staff).enabled()).hasSize(1);
    }

    @Test
    void a_project_is_opened_once_and_another_beside_it() {
        enable("renewing", "health");
        CaseNumber again = filled("renewing", "health");
        assertThat(refusal(submit(again)).code()).isEqualTo(ApplicationError.ENABLED_BEFORE);
        hall.room.save(who, again, Map.of("project", "water"));
        done(submit(again));
        hall.room.decide(again, new Decision.Approve());
        assertThat(enabled(held))
                .extracting(EnabledProject::project)
                .containsExactlyInAnyOrder("renewing:health", "renewing:water");
    }

    @Test
    void a_plan_opens_its_project_to_the_certificates_of_its_authority() {
        assertThat(offered()).contains("renewing OPEN_APPLICATION", "neighbour OPEN_APPLICATION");
        assertThat(offered()).doesNotContain("stranger OPEN_APPLICATION");
        enable("neighbour", "health");
        assertThat(enabled(held)).extracting(EnabledProject::project).containsExactly("neighbour");
        assertThat(enabled(held).getFirst().name().zh()).isEqualTo("邻居项目");
        assertThat(refusal(open("stranger")).code())
                .isEqualTo(ApplicationError.CERTIFICATE_OF_ANOTHER_PLAN);
    }

    @Test
    void refuses_certificates_of_others_and_those_that_have_ended() {
        Actor.Subscriber stranger = ApplicationRoom.subscriber();
        assertThat(
                        refusal(
                                        hall.room
                                                .use(OpenAboutCertificate.class)
                                                .open(
                                                        stranger,
                                                        RenewingRoom.PLAN,
                                                        OPENING,
                                                        chosen()))
                                .code())
                .isEqualTo(ApplicationError.NO_SUCH_CERTIFICATE);
        hall.goTo(held.lastDay().plusDays(1));
        assertThat(refusal(open("renewing")).code())
                .isEqualTo(ApplicationError.CERTIFICATE_EXPIRED);
    }

    @Test
    void a_certificate_revoked_during_the_review_is_not_enabled() {
        CaseNumber number = submitted("renewing", "health");
        done(
                hall.room
                        .use(EndCertificate.class)
                        .end(
                                new Actor.Hall("test"),
                                held.sign().pair(),
                                Deed.REVOKE,
                                RevocationReason.KEY_COMPROMISE,
                                null));
        hall.room.decide(number, new Decision.Approve());
        ApplicationView view = hall.room.view(who, number);
        assertThat(standing(view)).contains("ENABLE=REFUSED");
        assertThat(view.status().words().zh()).isEqualTo("不能开通");
        assertThat(enabled(held)).isEmpty();
    }

    @Test
    void a_certificate_expired_during_the_review_is_not_enabled() {
        CaseNumber number = submitted("renewing", "health");
        hall.goTo(held.lastDay().plusDays(1));
        hall.room.decide(number, new Decision.Approve());
        assertThat(standing(hall.room.view(who, number))).contains("ENABLE=REFUSED");
        assertThat(enabled(held)).isEmpty();
    }

    @Test
    void a_successor_goes_on_with_what_was_opened() {
        enable("renewing", "health");
        hall.goTo(held.lastDay().minusDays(30));
        CaseNumber number =
                done(hall.tryOpen(who, "RENEW", new Chosen(held.serial(), false, true)));
        hall.submit(who, number);
        hall.room.settle(who, number);
        Held renewed = hall.install(who, number);
        assertThat(enabled(renewed)).hasSize(1);
        assertThat(enabled(renewed).getFirst().project()).isEqualTo("renewing:health");
    }

    @Test
    void killed_in_the_middle_nothing_is_opened_and_deciding_again_opens_it_once() {
        CaseNumber number = submitted("renewing", "health");
        hall.room.notify.failing = true;
        assertThatThrownBy(() -> hall.room.decide(number, new Decision.Approve()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(enabled(held)).isEmpty();
        assertThat(standing(hall.room.view(who, number))).contains("REVIEW=OPEN", "ENABLE=SHUT");
        hall.room.notify.failing = false;
        done(
                hall.room
                        .use(DecideReview.class)
                        .decide(People.APPROVING_OFFICER, number, null, new Decision.Approve()));
        assertThat(enabled(held)).hasSize(1);
        assertThat(hall.room.hall.journal()).containsOnlyOnce("certificate.enabled");
    }

    private void enable(String plan, String project) {
        hall.room.decide(submitted(plan, project), new Decision.Approve());
    }

    private CaseNumber submitted(String plan, String project) {
        CaseNumber number = filled(plan, project);
        done(submit(number));
        return number;
    }

    private CaseNumber filled(String plan, String project) {
        CaseNumber number = done(open(plan));
        hall.room.save(who, number, Map.of("project", project));
        return number;
    }

    private Outcome<CaseNumber> open(String plan) {
        return hall.room
                .use(OpenAboutCertificate.class)
                .open(who, new PlanCode(plan), OPENING, chosen());
    }

    private Chosen chosen() {
        return new Chosen(held.serial(), false, false);
    }

    private Outcome<ApplicationView> submit(CaseNumber number) {
        return hall.room.use(SubmitApplication.class).submit(who, number);
    }

    private List<EnabledProject> enabled(Held one) {
        return done(hall.room.use(ReadCertificate.class).read(who, one.serial())).enabled();
    }

    private List<String> offered() {
        return hall.room.use(OfferedAbout.class).about(who, held.serial()).stream()
                .filter(CertificateBusiness::offered)
                .map(one -> one.plan() + " " + one.business())
                .toList();
    }
}
