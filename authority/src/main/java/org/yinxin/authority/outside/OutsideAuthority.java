package org.yinxin.authority.outside;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * All outside authorities, behind the doors that the local one has. A status is the one that the authority has granted last; the
 * authority's own lists and answers are the ones that count for others.
 */
public final class OutsideAuthority implements Authority {

    private final Set<AuthorityCode> codes;
    private final Book book;
    private final IssueOutsidePair issuePair;
    private final RevokeOutside revokeOutside;
    private final ChangeOutsidePair changePair;

    OutsideAuthority(
            Set<AuthorityCode> codes,
            Book book,
            IssueOutsidePair issuePair,
            RevokeOutside revokeOutside,
            ChangeOutsidePair changePair) {
        this.codes = codes;
        this.book = book;
        this.issuePair = issuePair;
        this.revokeOutside = revokeOutside;
        this.changePair = changePair;
    }

    /** Those that are set up. */
    public Set<AuthorityCode> codes() {
        return codes;
    }

    /** Those that were ever asked for a pair; some may not be set up any more. */
    public Set<AuthorityCode> asked() {
        return book.orders().authorities();
    }

    /** Whether one of them issued, or is asked to issue, this order's pair. */
    public boolean knows(PairOrderId order) {
        return book.orders().find(order).isPresent();
    }

    @Override
    public IssuanceOutcome issuePair(PairOrder order) {
        return issuePair.issue(order);
    }

    @Override
    public Optional<IssuedPair> findPair(PairOrderId id) {
        return book.certificates().findPair(id);
    }

    /**
     * Revokes.
     *
     * @throws OutsideUnreachableException when the authority does not answer, or says no
     */
    @Override
    public RevocationOutcome revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        return revokeOutside.revoke(authority, serial, reason);
    }

    /**
     * Revokes, holds or resumes both halves, one after the other.
     *
     * @throws OutsideUnreachableException when the authority does not answer; asking again goes on
     */
    @Override
    public PairStatusOutcome changePair(PairStatusChange change) {
        return changePair.change(change);
    }

    @Override
    public CertificateStatus status(AuthorityCode authority, SerialNumber serial) {
        return book.statuses().find(authority, serial);
    }

    @Override
    public Map<SerialNumber, CertificateStatus> statuses(
            AuthorityCode authority, Collection<SerialNumber> serials) {
        return book.statuses().find(authority, serials);
    }
}
