package org.yinxin.custody;

import java.security.PublicKey;
import java.util.Optional;
import org.yinxin.pki.envelope.KeyEnvelope;

/**
 * Gives a key to an authority that demands it by a document. It is guarded as a recovery is and is an act of its own: a request
 * for one cannot be used for the other. The key leaves sealed for the authority's own key and never in clear.
 */
public final class JudicialExport {

    private final TwoCustodians guard;

    JudicialExport(Means means) {
        this.guard = new TwoCustodians(means, GuardedAct.JUDICIAL_EXPORT);
    }

    /**
     * Asks for a key; the request lasts 24 hours.
     *
     * <p>Refused: {@link GuardedRefusal#UNSUITABLE_RECIPIENT}, {@link GuardedRefusal#UNKNOWN_KEY}.
     *
     * @param recipient the SM2 key of the authority
     */
    public GuardedOutcome<GuardedReleaseId> ask(
            Custodian custodian, EscrowId key, JudicialOrder order, PublicKey recipient) {
        return guard.ask(custodian, key, order, recipient);
    }

    /** What was asked for; empty when there is no such request for an export. */
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
     * Seals the key for the authority, once.
     *
     * <p>Refused: {@link GuardedRefusal#UNKNOWN_REQUEST}, {@link GuardedRefusal#NOT_APPROVED}, {@link
     * GuardedRefusal#ALREADY_USED}, {@link GuardedRefusal#EXPIRED}, {@link GuardedRefusal#FORM_UNAVAILABLE}.
     */
    public GuardedOutcome<KeyEnvelope> export(GuardedReleaseId request, ReleaseForm form) {
        return guard.release(request, form);
    }
}
