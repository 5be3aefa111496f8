package org.yinxin.app.custody;

import java.util.List;
import java.util.Optional;
import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.custody.Custodian;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.GuardedRelease;
import org.yinxin.custody.GuardedWayOut;
import org.yinxin.pki.certificate.SignedCertificate;

/** One of the two ways out of custody, with what its door has to know beside the custody. */
interface WayOut {

    Act act();

    /** How the journals name it. */
    String label();

    /** What the custody does on it. */
    GuardedWayOut guarded();

    /** What speaks now against sealing the key for whom it was asked for. */
    Optional<Objection> objection(GuardedRelease request);

    /** The certificate of whom it was asked for; empty when it is not there any more. */
    Optional<SignedCertificate> recipient(GuardedRelease request);

    /** Records that it was refused for what the custody does not know. */
    default void recordRefusal(Custodian custodian, EscrowId key, Objection objection) {
        guarded().recordRefusal(custodian, key, objection.reason());
    }

    /** Whom it is for and why, one line each. */
    List<String> portrait(GuardedRelease request);
}
