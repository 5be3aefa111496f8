package org.yinxin.custody;

import java.security.PublicKey;

/**
 * Gives a subscriber an old encryption key on a new token, when the first was lost or broken. One custodian asks, a
 * different one approves, and the key is sealed once for the new token alone; the first token stays what the key is bound to.
 */
public final class KeyRecovery extends GuardedWayOut {

    KeyRecovery(Means means) {
        super(new TwoCustodians(means, GuardedAct.RECOVERY));
    }

    /**
     * Asks for a key; the request lasts 24 hours.
     *
     * <p>Refused: {@link GuardedRefusal#UNSUITABLE_RECIPIENT}, {@link GuardedRefusal#UNKNOWN_KEY}, {@link
     * GuardedRefusal#NEVER_RELEASED}, {@link GuardedRefusal#NOT_A_NEW_TOKEN}.
     *
     * @param newSigningKey the signing key of the new token, as its certificate has it
     */
    public GuardedOutcome<GuardedReleaseId> ask(
            Custodian custodian, EscrowId key, RecoveryReason reason, PublicKey newSigningKey) {
        return guard().ask(custodian, key, reason, new Recipient(newSigningKey, null));
    }
}
