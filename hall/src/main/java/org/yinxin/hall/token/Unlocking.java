package org.yinxin.hall.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One unlocking that a case is waiting for.
 *
 * @param pair the certificates in the medium
 * @param holder whose case it is
 * @param modes the ways in which it may be granted
 * @param mobile where the code goes to; null when there is none
 * @param email where the link goes to; null when there is none
 * @param grantedUntil until when the grant is good; null while it is not granted
 * @param receivedBy who took the case in at the counter, and therefore does not grant it
 * @param openedAt since when it waits
 * @param nonce of the question that was answered; null while none was
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record Unlocking(
        CaseNumber caseNumber,
        UUID pair,
        AccountId holder,
        Set<UnlockMode> modes,
        @Nullable String mobile,
        @Nullable String email,
        Set<OperatorId> receivedBy,
        Instant openedAt,
        @Nullable Instant grantedUntil,
        byte @Nullable [] nonce,
        @Nullable Instant doneAt) {

    Unlocking {
        modes = Set.copyOf(modes);
        receivedBy = Set.copyOf(receivedBy);
    }

    boolean granted(Instant now) {
        return grantedUntil != null && now.isBefore(grantedUntil);
    }
}
