package org.yinxin.authority.hierarchy;

import java.security.PublicKey;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/**
 * One authority, as far as it never changes.
 *
 * @param generation which key of its line it has
 * @param parent who signed it; null for a root
 * @param policy under which policy it issues
 * @param crlLifetime from a full CRL's thisUpdate to its nextUpdate
 */
public record CertificationAuthority(
        AuthorityCode code,
        Generation generation,
        @Nullable AuthorityCode parent,
        SignedCertificate certificate,
        KeyHandle key,
        ASN1ObjectIdentifier policy,
        Duration crlLifetime) {

    private static final int DELTAS_IN_A_LIFETIME = 24;
    private static final Duration SHORTEST_LIFETIME = Duration.ofMinutes(1);

    /** The code by which orders and machines name it, whatever generation certifies. */
    public AuthorityCode line() {
        return generation.line();
    }

    public X500Name name() {
        return certificate.tbs().subject();
    }

    public SubjectPublicKeyInfo publicKey() {
        return certificate.tbs().publicKey();
    }

    public PublicKey verificationKey() {
        try {
            return certificate.tbs().verificationKey();
        } catch (MalformedKeyException e) {
            throw new IllegalStateException("the key of an authority of our own is unsound", e);
        }
    }

    /** How it signs. */
    public AlgorithmIdentifier signatureAlgorithm() {
        return PublicKeys.algorithmOf(verificationKey()).signatureAlgorithm();
    }

    /** From thisUpdate to nextUpdate of a list of changes: an hour where a full list lasts for a day. */
    public Duration deltaLifetime() {
        Duration part = crlLifetime.dividedBy(DELTAS_IN_A_LIFETIME);
        return part.compareTo(SHORTEST_LIFETIME) < 0 ? SHORTEST_LIFETIME : part;
    }

    /** Whether it certifies subscribers; a root certifies authorities only. */
    public boolean servesSubscribers() {
        return parent != null;
    }
}
