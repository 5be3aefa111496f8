package org.yinxin.custody;

import java.security.PublicKey;
import java.util.List;
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
        return guard.ask(custodian, key, reason, new Recipient(newSigningKey, null));
    }

    /** What was asked for; empty when there is no such request for a recovery. */
    public Optional<GuardedRelease> find(GuardedReleaseId request) {
        return guard.find(request);
    }

    /** The requests that can still be approved or used, oldest first. */
    public List<GuardedRelease> open() {
        return guard.open();
    }

    /**
     * Records that the caller refused a recovery for what only the caller knows: whose the new token is and whether its certificate is
     * in force.
     *
     * @param reason a word in capitals, as those of {@link GuardedRefusal}
     */
    public void recordRefusal(Custodian custodian, EscrowId key, String reason) {
        guard.recordRefusal(custodian, key, reason);
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
     * GuardedRefusal#ALREADY_USED}, {@link GuardedRefusal#EXPIRED}, {@link GuardedRefusal#NOT_ONE_OF_THE_TWO}, {@link
     * GuardedRefusal#FORM_UNAVAILABLE}, {@link GuardedRefusal#WRAPPING_KEY_MISSING}.
     *
     * @param custodian who takes the envelope: one of the two
     */
    public GuardedOutcome<KeyEnvelope> recover(
            Custodian custodian, GuardedReleaseId request, ReleaseForm form) {
        return guard.release(custodian, request, form);
    }
}
