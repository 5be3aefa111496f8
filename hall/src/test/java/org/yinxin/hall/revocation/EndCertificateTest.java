package org.yinxin.hall.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.CertificateStanding;
import org.yinxin.hall.certificate.CertificateView;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;

class EndCertificateTest {

    private static final Actor HALL = new Actor.Hall("test");
    private static final CaseNumber CASE = new CaseNumber("2611-0000-0002");

    private final EndingRoom room = new EndingRoom();
    private final EndCertificate end = room.use(EndCertificate.class);
    private final ProducedPair pair = room.pair();

    @AfterEach
    void close() {
        room.close();
    }

    private Outcome<Ending> end(Actor by, Deed deed, RevocationReason reason) {
        return end.end(by, pair.id(), deed, reason, CASE);
    }

    private Outcome<Ending> end(Deed deed) {
        return end(HALL, deed, RevocationReason.KEY_COMPROMISE);
    }

    private CertificateView view() {
        return done(
                room.use(ReadCertificate.class).read(People.SUBSCRIBER, pair.signSerial().hex()));
    }

    private List<String> states() {
        return room.issuance
                .hall()
                .jdbc()
                .sql("SELECT deed || ' ' || state FROM certificate_ending ORDER BY place")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void the_authority_is_asked_after_the_commit_and_the_holder_told_when_it_has_answered() {
        Ending asked = done(end(Deed.REVOKE));
        assertThat(view().standing()).isEqualTo(CertificateStanding.VALID);
        assertThat(room.told.all).isEmpty();
        room.job();
        CertificateView view = view();
        assertThat(view.standing()).isEqualTo(CertificateStanding.REVOKED);
        assertThat(room.told.all)
                .containsExactly("revocation.inbox.REVOKE", "19900000001 revocation.sms.REVOKE");
        assertThat(room.heard.endings)
                .singleElement()
                .satisfies(
                        heard -> {
                            assertThat(heard.id()).isEqualTo(asked.id());
                            assertThat(heard.caseNumber()).isEqualTo(CASE);
                            assertThat(heard.state())
                                    .isEqualTo(
                                            new EndingState.Done(
                                                    Objects.requireNonNull(view.revokedAt())));
                        });
        assertThat(room.issuance.hall().journal())
                .contains("certificate.ending-asked", "certificate.ending-done");
    }

    @Test
    void a_hold_can_be_resumed_and_both_have_their_dates() {
        done(end(Deed.HOLD));
        room.job();
        assertThat(view().standing()).isEqualTo(CertificateStanding.HELD);
        assertThat(view().heldSince()).isNotNull();
        done(end(Deed.RESUME));
        room.job();
        assertThat(view().standing()).isEqualTo(CertificateStanding.VALID);
        assertThat(view().heldSince()).isNull();
    }

    @Test
    void a_superseded_certificate_is_told_as_such_and_by_no_short_message() {
        done(end(Deed.SUPERSEDE));
        room.job();
        assertThat(view().standing()).isEqualTo(CertificateStanding.SUPERSEDED);
        assertThat(view().revokedAt()).isNotNull();
        assertThat(room.told.all).containsExactly("revocation.inbox.SUPERSEDE");
    }

    @Test
    void what_is_asked_in_a_row_is_done_in_that_order_although_nobody_waited() {
        done(end(Deed.HOLD));
        done(end(Deed.RESUME));
        done(end(Deed.HOLD));
        room.job();
        assertThat(states()).containsExactly("HOLD DONE", "RESUME DONE", "HOLD DONE");
        assertThat(view().standing()).isEqualTo(CertificateStanding.HELD);
    }

    @Test
    void an_authority_that_dies_before_it_did_anything_is_asked_again() {
        done(end(Deed.REVOKE));
        room.issuance.authority.dieBefore();
        assertThatThrownBy(room::job).hasMessage("killed");
        assertThat(states()).containsExactly("REVOKE INTENDED");
        assertThat(view().standing()).isEqualTo(CertificateStanding.VALID);
        room.job(); // too early
        assertThat(room.issuance.authority.asked()).isEqualTo(1);
        room.issuance.hall().clock().advance(Duration.ofSeconds(11));
        room.job();
        assertThat(states()).containsExactly("REVOKE DONE");
    }

    @Test
    void a_process_that_dies_between_the_deed_and_its_record_does_it_once_and_tells_once() {
        done(end(Deed.HOLD));
        room.issuance.authority.dieAfter();
        assertThatThrownBy(room::job).hasMessage("killed");
        assertThat(view().standing()).isEqualTo(CertificateStanding.HELD);
        assertThat(states()).containsExactly("HOLD INTENDED");
        assertThat(room.told.all).isEmpty();
        room.issuance.hall().clock().advance(Duration.ofSeconds(11));
        room.job();
        room.issuance.hall().clock().advance(Duration.ofHours(1));
        room.job();
        assertThat(states()).containsExactly("HOLD DONE");
        assertThat(room.told.all).hasSize(2);
        assertThat(room.heard.endings).hasSize(1);
        assertThat(room.issuance.authority.asked()).isEqualTo(2);
    }

    @Test
    void what_its_caller_takes_back_is_never_asked_for() {
        new TransactionTemplate(room.use(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            done(end(Deed.REVOKE));
                            status.setRollbackOnly();
                        });
        room.job();
        assertThat(view().standing()).isEqualTo(CertificateStanding.VALID);
    }

    @Test
    void revoking_again_for_the_same_reason_is_done_and_for_another_refused() {
        done(end(Deed.REVOKE));
        done(end(Deed.REVOKE));
        room.job();
        assertThat(states()).containsExactly("REVOKE DONE", "REVOKE DONE");
        assertThat(code(end(Deed.SUPERSEDE))).isEqualTo(RevocationError.ENDED_ALREADY);
        assertThat(code(end(HALL, Deed.REVOKE, RevocationReason.PRIVILEGE_WITHDRAWN)))
                .isEqualTo(RevocationError.ENDED_ALREADY);
    }

    @Test
    void refuses_to_hold_or_resume_what_is_revoked_for_good() {
        done(end(Deed.HOLD));
        done(end(Deed.REVOKE));
        assertThat(code(end(Deed.RESUME))).isEqualTo(RevocationError.ENDED_ALREADY);
        assertThat(code(end(Deed.HOLD))).isEqualTo(RevocationError.ENDED_ALREADY);
    }

    @Test
    void what_an_outside_authority_denies_is_refused_and_nobody_is_told_that_it_was_done() {
        room.issuance.authority.denial = "the outside authority says: notAuthorized";
        done(end(Deed.HOLD));
        room.job();
        assertThat(states()).containsExactly("HOLD REFUSED");
        assertThat(room.heard.endings)
                .singleElement()
                .satisfies(
                        heard ->
                                assertThat(heard.state())
                                        .isEqualTo(
                                                new EndingState.Refused(
                                                        RevocationError.AUTHORITY_REFUSED)));
        assertThat(room.told.all).isEmpty();
    }

    @Test
    void refuses_to_resume_what_is_not_on_hold() {
        assertThat(code(end(Deed.RESUME))).isEqualTo(RevocationError.NOT_ON_HOLD);
        done(end(Deed.HOLD));
        done(end(Deed.RESUME));
        assertThat(code(end(Deed.RESUME))).isEqualTo(RevocationError.NOT_ON_HOLD);
    }

    @Test
    void refuses_strangers_and_officers_without_the_duty() {
        Actor stranger = new Actor.Subscriber(new AccountId(new UUID(9, 9)), "199****0009");
        for (Actor actor : List.of(stranger, People.ENTRY_OFFICER, People.AUDITOR)) {
            assertThat(code(end(actor, Deed.HOLD, RevocationReason.UNSPECIFIED)))
                    .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        }
        assertThat(
                        code(
                                end.end(
                                        HALL,
                                        UUID.randomUUID(),
                                        Deed.HOLD,
                                        RevocationReason.UNSPECIFIED,
                                        null)))
                .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        for (Deed deed : List.of(Deed.REVOKE, Deed.SUPERSEDE, Deed.RESUME)) {
            assertThat(code(end(People.SUBSCRIBER, deed, RevocationReason.UNSPECIFIED)))
                    .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        }
        done(end(People.SUBSCRIBER, Deed.HOLD, RevocationReason.UNSPECIFIED));
        done(end(People.APPROVING_OFFICER, Deed.RESUME, RevocationReason.UNSPECIFIED));
    }

    @Test
    void a_refusal_of_the_authority_is_noted_and_told_to_whoever_waits() {
        room.issuance.authority.setStatus(
                pair.signSerial(),
                new CertificateStatus.Revoked(
                        room.issuance.hall().clock().instant(), RevocationReason.SUPERSEDED));
        done(end(Deed.HOLD));
        room.job();
        assertThat(room.heard.endings)
                .singleElement()
                .extracting(Ending::state)
                .isEqualTo(new EndingState.Refused(RevocationError.ENDED_ALREADY));
        assertThat(room.told.all).isEmpty();
    }
}
