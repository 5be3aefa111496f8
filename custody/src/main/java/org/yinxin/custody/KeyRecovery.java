package org.yinxin.custody;

import java.security.PublicKey;
import java.util.Optional;
import org.yinxin.pki.envelope.KeyEnvelope;

/**
 * Gives a subscriber an old encryption key on a new token, when the first was lost or broken. One custodian asks, a
 * different one approves, and the key is sealed once for the new token alone; the first token stays what the key is bound to.
 */
public final class KeyRecovery {

    private final TwoCustodians guard;

    KeyRecovery(Means means) {
        this.guard = new TwoCustodians(means, GuardedAct.RECOVERY);
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
        return guard.ask(custodian, key, reason, newSigningKey);
    }

    /** What was asked for; empty when there is no such request for a recovery. */
    public Optional<GuardedRelease> find(GuardedReleaseId request) {
        return guard.find(request);
    }

    /**
     * Approves a request.
     *
     * <p>Refused: {@link GuardedRefusal#UNKNOWN_REQUEST}, {@link GuardedRefusal#SAME_CUSTODIAN}, {@link
     * GuardedRefusal#ALREADY_APPROVED}, {@link GuardedRefusal#EXPIRED}.
     */
    public GuardedOutcome<GuardedRelease> approve(Custodian custodian, GuardedReleaseId request) {
        return guard.approve(custodian, request);
    }

    /**
     * Seals the key for the new token, once. An envelope that is lost on its way is not sealed again: two custodians have to
     * want it anew.
     *
     * <p>Refused: {@link GuardedRefusal#UNKNOWN_REQUEST}, {@link GuardedRefusal#NOT_APPROVED}, {@link
     * GuardedRefusal#ALREADY_USED}, {@link GuardedRefusal#EXPIRED}, {@link GuardedRefusal#FORM_UNAVAILABLE}.
     */
    public GuardedOutcome<KeyEnvelope> recover(GuardedReleaseId request, ReleaseForm form) {
        return guard.release(request, form);
    }
}
