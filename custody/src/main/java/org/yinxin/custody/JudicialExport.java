package org.yinxin.custody;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.key.MalformedKeyException;

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
     * @param recipient a certificate of the authority with an SM2 key, kept with the request
     */
    public GuardedOutcome<GuardedReleaseId> ask(
            Custodian custodian, EscrowId key, JudicialOrder order, SignedCertificate recipient) {
        PublicKey recipientKey;
        try {
            recipientKey = recipient.tbs().verificationKey();
        } catch (MalformedKeyException e) {
            return guard.refuseAsking(custodian, key, GuardedRefusal.UNSUITABLE_RECIPIENT);
        }
        return guard.ask(custodian, key, order, new Recipient(recipientKey, recipient));
    }

    /** What was asked for; empty when there is no such request for an export. */
    public Optional<GuardedRelease> find(GuardedReleaseId request) {
        return guard.find(request);
    }

    /** The requests that can still be approved or used, oldest first. */
    public List<GuardedRelease> open() {
        return guard.open();
    }

    /**
     * Records that the caller refused an export for what only the caller has looked at: whether the certificate is in force.
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
     * Seals the key for the authority, once.
     *
     * <p>Refused: {@link GuardedRefusal#UNKNOWN_REQUEST}, {@link GuardedRefusal#NOT_APPROVED}, {@link
     * GuardedRefusal#ALREADY_USED}, {@link GuardedRefusal#EXPIRED}, {@link GuardedRefusal#NOT_ONE_OF_THE_TWO}, {@link
     * GuardedRefusal#FORM_UNAVAILABLE}, {@link GuardedRefusal#WRAPPING_KEY_MISSING}.
     *
     * @param custodian who takes the envelope: one of the two
     */
    public GuardedOutcome<KeyEnvelope> export(
            Custodian custodian, GuardedReleaseId request, ReleaseForm form) {
        return guard.release(custodian, request, form);
    }
}
