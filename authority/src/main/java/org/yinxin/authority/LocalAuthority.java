package org.yinxin.authority;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.yinxin.authority.issuance.IssuePair;
import org.yinxin.authority.issuance.IssuedPairs;
import org.yinxin.authority.register.CertificateStatuses;
import org.yinxin.authority.status.ChangePairStatus;
import org.yinxin.authority.status.RevokeCertificate;
import org.yinxin.pki.certificate.SerialNumber;

/** The authority that runs in this process, on its own schema. */
record LocalAuthority(
        IssuePair issuePair,
        IssuedPairs pairs,
        RevokeCertificate revokeCertificate,
        ChangePairStatus changePairStatus,
        CertificateStatuses statuses)
        implements Authority {

    @Override
    public IssuanceOutcome issuePair(PairOrder order) {
        return issuePair.issue(order);
    }

    @Override
    public Optional<IssuedPair> findPair(PairOrderId id) {
        return pairs.find(id);
    }

    @Override
    public RevocationOutcome revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        return revokeCertificate.revoke(authority, serial, reason);
    }

    @Override
    public PairStatusOutcome changePair(PairStatusChange change) {
        return changePairStatus.change(change);
    }

    @Override
    public CertificateStatus status(AuthorityCode authority, SerialNumber serial) {
        return statuses.find(authority, serial);
    }

    @Override
    public Map<SerialNumber, CertificateStatus> statuses(
            AuthorityCode authority, Collection<SerialNumber> serials) {
        return statuses.find(authority, serials);
    }
}
