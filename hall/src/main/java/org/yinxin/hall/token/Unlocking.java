package org.yinxin.hall.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One unlocking that a case is waiting for.
 *
 * @param pair the certificates in the medium
 * @param holder whose case it is
 * @param modes the ways in which it may be granted
 * @param mobile sealed; where the code goes to
 * @param grantedUntil until when the grant is good; null while it is not granted
 * @param nonce of the question that was answered; null while none was
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record Unlocking(
        CaseNumber caseNumber,
        UUID pair,
        AccountId holder,
        Set<UnlockMode> modes,
        @Nullable String mobile,
        @Nullable Instant grantedUntil,
        byte @Nullable [] nonce,
        @Nullable Instant doneAt) {

    Unlocking {
        modes = Set.copyOf(modes);
    }

    boolean granted(Instant now) {
        return grantedUntil != null && now.isBefore(grantedUntil);
    }
}
