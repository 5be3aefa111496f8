package org.yinxin.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * The certification authority. Each call is a transaction (or several) on the authority's own data source: call it
 * outside the transactions of others.
 */
public interface Authority {

    /**
     * Issues a pair, or answers the pair that was issued for this order before. An attempt that is cut off leaves
     * no usable certificate; the order starts afresh with new serials once the sweeper has closed the old attempt.
     */
    IssuanceOutcome issuePair(PairOrder order);

    /** The pair of an order, if it was issued. */
    Optional<IssuedPair> findPair(PairOrderId id);

    RevocationOutcome revoke(AuthorityCode authority, SerialNumber serial, RevocationReason reason);

    /** Revokes, holds or resumes both halves of a pair in one transaction. */
    PairStatusOutcome changePair(PairStatusChange change);

    CertificateStatus status(AuthorityCode authority, SerialNumber serial);

    /** The same of many at once. */
    default Map<SerialNumber, CertificateStatus> statuses(
            AuthorityCode authority, Collection<SerialNumber> serials) {
        Map<SerialNumber, CertificateStatus> statuses = new HashMap<>();
        serials.forEach(serial -> statuses.put(serial, status(authority, serial)));
        return statuses;
    }
}
