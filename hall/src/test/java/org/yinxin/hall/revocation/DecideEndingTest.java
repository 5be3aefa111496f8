package org.yinxin.hall.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.CertificateStanding;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.People;

class DecideEndingTest {

    private final EndingRoom room = new EndingRoom();
    private final RequestEnding request = room.use(RequestEnding.class);
    private final DecideEnding decide = room.use(DecideEnding.class);
    private final ProducedPair pair = room.pair();
    private final String serial = pair.signSerial().hex();

    @AfterEach
    void close() {
        room.close();
    }

    private Outcome<EndingRequest> request(Actor.Operator actor, Deed deed, String note) {
        return request.request(actor, serial, deed, RevocationReason.CESSATION_OF_OPERATION, note);
    }

    private CertificateStanding standing() {
        room.job();
        return done(room.use(ReadCertificate.class).read(People.AUDITOR, serial)).standing();
    }

    @Test
    void one_officer_enters_and_another_approves() {
        EndingRequest entered = done(request(People.ENTRY_OFFICER, Deed.REVOKE, "单位来函要求注销"));
        assertThat(standing()).isEqualTo(CertificateStanding.VALID);
        assertThat(room.use(ReadEndingRequest.class).of(People.AUDITOR, serial)).contains(entered);
        done(decide.decide(People.APPROVING_OFFICER, serial, entered.id(), true));
        assertThat(standing()).isEqualTo(CertificateStanding.REVOKED);
        assertThat(room.issuance.hall().journal())
                .contains("certificate.ending-entered", "certificate.ending-approved");
        assertThat(code(request(People.ENTRY_OFFICER, Deed.HOLD, "又来函")))
                .isEqualTo(RevocationError.ENDED_ALREADY);
    }

    @Test
    void what_is_declined_changes_nothing_and_can_be_entered_anew() {
        EndingRequest entered = done(request(People.ENTRY_OFFICER, Deed.HOLD, "来电"));
        done(decide.decide(People.APPROVING_OFFICER, serial, entered.id(), false));
        assertThat(standing()).isEqualTo(CertificateStanding.VALID);
        assertThat(code(decide.decide(People.APPROVING_OFFICER, serial, entered.id(), true)))
                .isEqualTo(RevocationError.NOTHING_TO_DECIDE);
        done(request(People.ENTRY_OFFICER, Deed.HOLD, "来函"));
    }

    @Test
    void refuses_approval_by_the_person_who_entered_it() {
        EndingRequest entered = done(request(People.BOTH, Deed.HOLD, "来函"));
        assertThat(code(decide.decide(People.BOTH, serial, entered.id(), true)))
                .isEqualTo(RevocationError.ENTERED_BY_YOURSELF);
        assertThat(standing()).isEqualTo(CertificateStanding.VALID);
    }

    @Test
    void refuses_whoever_has_not_the_duty() {
        for (Actor.Operator actor : List.of(People.PRODUCER, People.AUDITOR)) {
            assertThat(code(request(actor, Deed.HOLD, "来函")))
                    .isEqualTo(RevocationError.NOT_AN_OFFICER);
        }
        EndingRequest entered = done(request(People.ENTRY_OFFICER, Deed.HOLD, "来函"));
        assertThat(code(decide.decide(People.OTHER_ENTRY_OFFICER, serial, entered.id(), true)))
                .isEqualTo(RevocationError.NOT_AN_APPROVING_OFFICER);
        assertThat(code(decide.decide(People.APPROVING_OFFICER, "00ff", entered.id(), true)))
                .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        assertThat(code(decide.decide(People.APPROVING_OFFICER, serial, UUID.randomUUID(), true)))
                .isEqualTo(RevocationError.NOTHING_TO_DECIDE);
    }

    @Test
    void refuses_a_second_one_and_one_that_says_nothing() {
        for (String note : List.of("", " ", "长".repeat(201))) {
            assertThat(code(request(People.ENTRY_OFFICER, Deed.HOLD, note)))
                    .isEqualTo(RevocationError.REQUEST_INCOMPLETE);
        }
        assertThat(code(request(People.ENTRY_OFFICER, Deed.RESUME, "来函")))
                .isEqualTo(RevocationError.REQUEST_INCOMPLETE);
        done(request(People.ENTRY_OFFICER, Deed.HOLD, "来函"));
        assertThat(code(request(People.OTHER_ENTRY_OFFICER, Deed.REVOKE, "来函")))
                .isEqualTo(RevocationError.REQUESTED_ALREADY);
    }
}
