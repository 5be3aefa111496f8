package org.yinxin.app.custody;

import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.custody.Custodian;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.GuardedOutcome;
import org.yinxin.custody.GuardedRelease;
import org.yinxin.custody.GuardedReleaseId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.envelope.KeyEnvelope;

/** One of the two ways out of custody, with what its door has to know beside the custody. */
interface WayOut {

    Act act();

    /** How the journals name it. */
    String label();

    Optional<GuardedRelease> find(GuardedReleaseId request);

    List<GuardedRelease> open();

    GuardedOutcome<GuardedRelease> approve(Custodian custodian, GuardedReleaseId request);

    GuardedOutcome<KeyEnvelope> give(
            Custodian custodian, GuardedReleaseId request, ReleaseForm form);

    void recordRefusal(Custodian custodian, EscrowId key, Objection objection);

    /** What speaks now against sealing the key for whom it was asked for. */
    Optional<Objection> objection(GuardedRelease request);

    /** The certificate of whom it was asked for; empty when it is not there any more. */
    Optional<SignedCertificate> recipient(GuardedRelease request);

    /** Whom it is for and why, one line each. */
    List<String> portrait(GuardedRelease request);
}
