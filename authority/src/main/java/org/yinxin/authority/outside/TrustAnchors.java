package org.yinxin.authority.outside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;

/**
 * The certificates that all paths must end in. Names, signatures, validities and the right to certify are looked at; name
 * constraints and policies are not, as the operator names each anchor for one authority.
 */
record TrustAnchors(List<SignedCertificate> anchors) {

    private static final int LONGEST_PATH = 6;

    TrustAnchors {
        anchors = List.copyOf(anchors);
    }

    /**
     * From the issuer of a certificate to an anchor, both included.
     *
     * @param others what may stand in between; most of it may be useless
     */
    Optional<List<SignedCertificate>> path(
            SignedCertificate certificate, List<SignedCertificate> others, Instant now) {
        return path(certificate, new ArrayList<>(others), now, List.of());
    }

    /**
     * The same from somewhere on the way.
     *
     * @param untried what has not been tried; each is tried once, so that certificates which a stranger has made to sign
     *     each other do not keep us busy
     */
    private Optional<List<SignedCertificate>> path(
            SignedCertificate certificate,
            List<SignedCertificate> untried,
            Instant now,
            List<SignedCertificate> below) {
        for (SignedCertificate anchor : anchors) {
            if (issued(anchor, certificate, now)) {
                return Optional.of(with(below, anchor));
            }
        }
        if (below.size() >= LONGEST_PATH) {
            return Optional.empty();
        }
        for (SignedCertificate other : List.copyOf(untried)) {
            if (untried.contains(other) && issued(other, certificate, now)) {
                untried.remove(other);
                Optional<List<SignedCertificate>> whole =
                        path(other, untried, now, with(below, other));
                if (whole.isPresent()) {
                    return whole;
                }
            }
        }
        return Optional.empty();
    }

    private static List<SignedCertificate> with(
            List<SignedCertificate> below, SignedCertificate next) {
        List<SignedCertificate> longer = new ArrayList<>(below);
        longer.add(next);
        return longer;
    }

    private static boolean issued(
            SignedCertificate issuer, SignedCertificate certificate, Instant now) {
        try {
            return issuer.tbs().subject().equals(certificate.tbs().issuer())
                    && isAuthority(issuer)
                    && isValid(issuer, now)
                    && certificate.isSignedBy(issuer.tbs().verificationKey());
        } catch (MalformedKeyException e) {
            return false;
        }
    }

    static boolean isValid(SignedCertificate certificate, Instant now) {
        return !now.isBefore(certificate.tbs().notBefore())
                && !now.isAfter(certificate.tbs().notAfter());
    }

    /** Whether it may certify others (RFC 5280, 4.2.1.9 and 4.2.1.3). */
    static boolean isAuthority(SignedCertificate certificate) {
        try {
            return claimsAuthority(certificate)
                    && usage(certificate)
                            .map(usage -> usage.hasUsages(KeyUsage.keyCertSign))
                            .orElse(true);
        } catch (MalformedDerException e) {
            return false;
        }
    }

    /** Whether its basic constraints say that it is an authority's, whatever its key may be used for. */
    static boolean claimsAuthority(SignedCertificate certificate) throws MalformedDerException {
        Optional<Extension> constraints = certificate.tbs().extension(Extension.basicConstraints);
        return constraints.isPresent()
                && Der.interpret(
                        () ->
                                BasicConstraints.getInstance(constraints.get().getParsedValue())
                                        .isCA());
    }

    /** What the key may be used for; empty when the certificate does not say. */
    static Optional<KeyUsage> usage(SignedCertificate certificate) throws MalformedDerException {
        Optional<Extension> usage = certificate.tbs().extension(Extension.keyUsage);
        return usage.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Der.interpret(() -> KeyUsage.getInstance(usage.get().getParsedValue())));
    }
}
