package org.yinxin.authority;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.outside.OutsideAuthority;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Sends each call to where its authority is: to an outside one when its code is set up as such, and to the one that runs in this
 * process otherwise. What an outside authority has issued stays known after its settings are gone.
 */
record DirectedAuthority(Authority local, OutsideAuthority outside, Set<AuthorityCode> outsideCodes)
        implements Authority {

    /**
     * Puts both behind one door.
     *
     * @throws IllegalArgumentException when a code is set up as outside and is one of ours
     */
    static DirectedAuthority of(
            Authority local, OutsideAuthority outside, CertificationAuthorities authorities) {
        outside.codes().stream()
                .filter(code -> authorities.find(code).isPresent())
                .findFirst()
                .ifPresent(
                        code -> {
                            throw new IllegalArgumentException(
                                    "yinxin.authority.outside.codes names %s, which is an authority of this installation; give the outside one another code"
                                            .formatted(code));
                        });
        Set<AuthorityCode> codes = new HashSet<>(outside.asked());
        codes.addAll(outside.codes());
        return new DirectedAuthority(local, outside, Set.copyOf(codes));
    }

    @Override
    public IssuanceOutcome issuePair(PairOrder order) {
        return of(order.authority()).issuePair(order);
    }

    @Override
    public Optional<IssuedPair> findPair(PairOrderId id) {
        Optional<IssuedPair> found = local.findPair(id);
        return found.isPresent() ? found : outside.findPair(id);
    }

    @Override
    public RevocationOutcome revoke(
            AuthorityCode authority, SerialNumber serial, RevocationReason reason) {
        return of(authority).revoke(authority, serial, reason);
    }

    @Override
    public PairStatusOutcome changePair(PairStatusChange change) {
        return outside.knows(change.pair()) ? outside.changePair(change) : local.changePair(change);
    }

    @Override
    public CertificateStatus status(AuthorityCode authority, SerialNumber serial) {
        return of(authority).status(authority, serial);
    }

    @Override
    public Map<SerialNumber, CertificateStatus> statuses(
            AuthorityCode authority, Collection<SerialNumber> serials) {
        return of(authority).statuses(authority, serials);
    }

    private Authority of(AuthorityCode code) {
        return outsideCodes.contains(code) ? outside : local;
    }
}
