package org.yinxin.custody;

import java.security.PublicKey;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.MalformedKeyException;

/**
 * Gives a key to an authority that demands it by a document. It is guarded as a recovery is and is an act of its own: a request
 * for one cannot be used for the other. The key leaves sealed for the authority's own key and never in clear.
 */
public final class JudicialExport extends GuardedWayOut {

    JudicialExport(Means means) {
        super(new TwoCustodians(means, GuardedAct.JUDICIAL_EXPORT));
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
            return guard().refuseAsking(custodian, key, GuardedRefusal.UNSUITABLE_RECIPIENT);
        }
        return guard().ask(custodian, key, order, new Recipient(recipientKey, recipient));
    }
}
