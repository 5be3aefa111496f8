package org.yinxin.custody;

import java.util.List;
import java.util.Optional;
import org.yinxin.pki.envelope.KeyEnvelope;

/**
 * A way out of escrow that is not the ordinary one. One custodian asks, a different one approves within 24 hours, and one of the two
 * takes the key, sealed once for whom it was asked for. A request for one way cannot be used for the other.
 */
public abstract sealed class GuardedWayOut permits KeyRecovery, JudicialExport {

    private final TwoCustodians guard;

    GuardedWayOut(TwoCustodians guard) {
        this.guard = guard;
    }

    final TwoCustodians guard() {
        return guard;
    }

    /** What was asked for; empty when there is no such request on this way. */
    public final Optional<GuardedRelease> find(GuardedReleaseId request) {
        return guard.find(request);
    }

    /** The requests that can still be approved or used, oldest first. */
    public final List<GuardedRelease> open() {
        return guard.open();
    }

    /**
     * Records that the caller refused for what only the caller knows of the recipient, such as whether its certificate is in force.
     *
     * @param reason a word in capitals, as those of {@link GuardedRefusal}
     */
    public final void recordRefusal(Custodian custodian, EscrowId key, String reason) {
        guard.recordRefusal(custodian, key, reason);
    }

    /**
     * Approves a request.
     *
     * <p>Refused: {@link GuardedRefusal#UNKNOWN_REQUEST}, {@link GuardedRefusal#SAME_CUSTODIAN}, {@link
     * GuardedRefusal#ALREADY_APPROVED}, {@link GuardedRefusal#EXPIRED}.
     */
    public final GuardedOutcome<GuardedRelease> approve(
            Custodian custodian, GuardedReleaseId request) {
        return guard.approve(custodian, request);
    }

    /**
     * Seals the key for the recipient, once. An envelope that is lost on its way is not sealed again: two custodians have to want it
     * anew.
     *
     * <p>Refused: {@link GuardedRefusal#UNKNOWN_REQUEST}, {@link GuardedRefusal#NOT_APPROVED}, {@link
     * GuardedRefusal#ALREADY_USED}, {@link GuardedRefusal#EXPIRED}, {@link GuardedRefusal#NOT_ONE_OF_THE_TWO}, {@link
     * GuardedRefusal#FORM_UNAVAILABLE}, {@link GuardedRefusal#WRAPPING_KEY_MISSING}.
     *
     * @param custodian who takes the envelope: one of the two
     * @throws WrappingKeyAwayException when the wrapping key is in a device that does not answer; the request can still be used
     */
    public final GuardedOutcome<KeyEnvelope> give(
            Custodian custodian, GuardedReleaseId request, ReleaseForm form) {
        return guard.release(custodian, request, form);
    }
}
