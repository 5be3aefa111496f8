package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.fields;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.RenewingRoom.PLAN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.RenewingRoom.Held;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.payment.PaymentGuard;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Dossier;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/** Whether a business may be done about a certificate: at opening, before money and at issue. */
class AboutCertificateTest {

    private final RenewingRoom hall = new RenewingRoom();
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final Held old = hall.issued(who);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void opens_at_89_days_left_and_says_the_days_before() {
        LocalDate end = old.lastDay();
        for (int left : List.of(91, 90)) {
            hall.goTo(end.minusDays(left));
            Refusal early = refusal(hall.tryOpen(who, "RENEW", old.serial()));
            assertThat(early.code()).isEqualTo(ApplicationError.TOO_EARLY);
            assertThat(early.arguments())
                    .containsExactly(end.minusDays(89).toString(), end.toString());
        }
        hall.goTo(end.minusDays(89));
        hall.open(who, "RENEW", old);
    }

    @Test
    void closes_after_365_days_and_says_which_was_the_last() {
        LocalDate end = old.lastDay();
        hall.goTo(end.plusDays(365));
        CaseNumber number = hall.open(who, "RENEW", old);
        hall.submit(who, number);
        assertThat(hall.room.use(PaymentGuard.class).refusal(number)).isEmpty();

        hall.goTo(end.plusDays(366));
        assertThat(hall.room.use(PaymentGuard.class).refusal(number))
                .hasValueSatisfying(
                        late -> {
                            assertThat(late.code()).isEqualTo(ApplicationError.TOO_LATE);
                            assertThat(late.arguments())
                                    .containsExactly(end.plusDays(365).toString(), end.toString());
                        });
        hall.room.settle(who, number);
        var key = KeyPairs.generate(KeyAlgorithm.SM2, new java.security.SecureRandom());
        assertThat(refusal(hall.produce(who, number, key)).code())
                .isEqualTo(ApplicationError.TOO_LATE);
        assertThat(refusal(hall.tryOpen(who, "RENEW", old.serial())).code())
                .isEqualTo(ApplicationError.TOO_LATE);
    }

    @Test
    void refuses_what_is_out_of_reach_or_begun_already() {
        Actor.Subscriber stranger = ApplicationRoom.subscriber();
        assertThat(refusal(hall.tryOpen(stranger, "CHANGE", old.serial())).code())
                .isEqualTo(ApplicationError.NO_SUCH_CERTIFICATE);
        assertThat(refusal(hall.tryOpen(who, "CHANGE", "00ff")).code())
                .isEqualTo(ApplicationError.NO_SUCH_CERTIFICATE);
        assertThat(refusal(hall.tryOpen(who, "NEW", old.serial())).code())
                .isEqualTo(ApplicationError.NOT_ABOUT_A_CERTIFICATE);
        assertThat(
                        refusal(
                                        hall.room
                                                .use(OpenApplication.class)
                                                .open(who, PLAN, new BusinessCode("CHANGE")))
                                .code())
                .isEqualTo(ApplicationError.CERTIFICATE_WANTED);

        CaseNumber number = hall.open(who, "CHANGE", old);
        Refusal second = refusal(hall.tryOpen(who, "CHANGE", old.serial()));
        assertThat(second.code()).isEqualTo(ApplicationError.CASE_ABOUT_IT);
        assertThat(second.arguments()).containsExactly(number.text());
        hall.open(who, "ADD_KEY", old);
    }

    @Test
    void refuses_what_is_ended_on_hold_or_in_another_phase() {
        hall.room.certificates.statuses.put(
                old.sign().serial(), new CertificateStatus.Held(Instant.EPOCH));
        assertThat(refusal(hall.tryOpen(who, "CHANGE", old.serial())).code())
                .isEqualTo(ApplicationError.CERTIFICATE_ON_HOLD);
        hall.open(who, "REISSUE_LOST", old);

        hall.room.certificates.statuses.remove(old.sign().serial());
        hall.goTo(old.lastDay().plusDays(1));
        Refusal expired = refusal(hall.tryOpen(who, "CHANGE", old.serial()));
        assertThat(expired.code()).isEqualTo(ApplicationError.CERTIFICATE_EXPIRED);
        assertThat(expired.arguments()).containsExactly(old.lastDay().toString());

        hall.room.certificates.statuses.put(
                old.sign().serial(),
                new CertificateStatus.Revoked(Instant.EPOCH, RevocationReason.KEY_COMPROMISE));
        assertThat(refusal(hall.tryOpen(who, "RENEW", old.serial())).code())
                .isEqualTo(ApplicationError.CERTIFICATE_ENDED);
    }

    @Test
    void issues_nothing_when_the_old_one_was_ended_meanwhile_by_others() {
        hall.goTo(old.lastDay().minusDays(10));
        CaseNumber number = hall.open(who, "RENEW", old);
        hall.submit(who, number);
        hall.room.settle(who, number);
        hall.room.certificates.statuses.put(
                old.sign().serial(),
                new CertificateStatus.Revoked(Instant.EPOCH, RevocationReason.KEY_COMPROMISE));
        var key = KeyPairs.generate(KeyAlgorithm.SM2, new java.security.SecureRandom());
        assertThat(refusal(hall.produce(who, number, key)).code())
                .isEqualTo(ApplicationError.CERTIFICATE_ENDED);
    }

    @Test
    void asks_for_unopened_bids_warns_and_records_what_was_accepted() {
        hall.goTo(old.lastDay().minusDays(10));
        String serial = old.serial();
        assertThat(refusal(hall.tryOpen(who, "RENEW", new Chosen(serial, null, false))).code())
                .isEqualTo(ApplicationError.BIDS_NOT_ANSWERED);
        assertThat(refusal(hall.tryOpen(who, "RENEW", new Chosen(serial, true, false))).code())
                .isEqualTo(ApplicationError.BIDS_UNOPENED);
        CaseNumber number = done(hall.tryOpen(who, "RENEW", new Chosen(serial, true, true)));
        assertThat(hall.column(number, "bids_unopened")).isEqualTo("true");
        assertThat(hall.column(number, "bids_accepted_at")).isNotNull();
        assertThat(hall.room.hall.journal()).contains("application.bid-warning-accepted");
    }

    @Test
    void fills_the_form_in_and_keeps_what_stands_in_the_certificate() {
        hall.goTo(old.lastDay().minusDays(10));
        CaseNumber number = hall.open(who, "RENEW", old);
        FormView form = done(hall.room.use(ReadForm.class).read(who, number));
        assertThat(form.violations()).isEmpty();
        assertThat(form.answers())
                .containsEntry("organisationName", "云岭市星河测试科技有限公司")
                .containsEntry("agentMobile", "19900000001");
        assertThat(form.fixed()).containsExactlyInAnyOrder("organisationName", "creditCode");
        assertThat(form.changeable()).contains("agentName", "legalName");
        assertThat(
                        refusal(
                                        hall.room
                                                .use(SaveForm.class)
                                                .save(
                                                        who,
                                                        number,
                                                        Map.of("organisationName", "另一家测试公司")))
                                .code())
                .isEqualTo(ApplicationError.NOT_CHANGEABLE);
        hall.room.save(
                who, number, Map.of("agentName", "测试丙", "creditCode", RenewingRoom.CREDIT_CODE));
    }

    @Test
    void takes_a_change_only_when_something_that_counts_was_changed() {
        CaseNumber number = hall.open(who, "CHANGE", old);
        ApplicationView view = hall.room.save(who, number, Map.of("agentName", "测试丙"));
        assertThat(fields(view.violations())).containsExactly("organisationName");
        assertThat(view.violations().getFirst().messageKey())
                .isEqualTo("application.field.unchanged");
        hall.room.accept(who, number);
        assertThat(refusal(hall.room.use(SubmitApplication.class).submit(who, number)).code())
                .isEqualTo(ApplicationError.INCOMPLETE);
        FormView form = done(hall.room.use(ReadForm.class).read(who, number));
        assertThat(form.fixed()).containsExactlyInAnyOrder("subjectType", "creditCode");

        hall.room.save(who, number, Map.of("legalName", "测试丁"));
        done(hall.room.use(SubmitApplication.class).submit(who, number));
        assertThat(
                        Dossiers.of(
                                        hall.room
                                                .use(Applications.class)
                                                .find(number)
                                                .orElseThrow(),
                                        hall.room.use(HandedIn.class).of(number),
                                        LocalDate.ofInstant(
                                                hall.room.hall.clock().instant(),
                                                GateKeeper.SHANGHAI))
                                .sections()
                                .stream()
                                .flatMap(section -> section.items().stream())
                                .filter(item -> item.former() != null)
                                .map(Dossier.Item::key))
                .as("the officer sees what was registered before beside what changes")
                .containsExactlyInAnyOrder("agentName", "legalName");
    }

    @Test
    void knows_how_the_certificate_stood() {
        hall.goTo(old.lastDay().plusDays(1));
        CaseNumber number = hall.open(who, "RENEW", old);
        assertThat(
                        hall.room
                                .hall
                                .jdbc()
                                .sql("SELECT value FROM application_fact WHERE number = :number")
                                .param("number", number.text())
                                .query((row, _) -> row.getString("value"))
                                .list())
                .containsExactly("EXPIRED");
        hall.room.hall.clock().advance(Duration.ofDays(1));
    }
}
