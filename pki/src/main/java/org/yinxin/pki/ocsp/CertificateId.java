package org.yinxin.pki.ocsp;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.oid.ChineseOids;

/**
 * Which certificate is asked about: hashes of the issuer's name and key, and a serial (RFC 6960, 4.1.1). The answer
 * repeats it as it was asked.
 *
 * <p>The hash may be SHA-1, which nearly every client sends, SHA-256 or SM3.
 */
public final class CertificateId {

    private final CertID structure;

    CertificateId(CertID structure) {
        this.structure = structure;
    }

    /** The question about a certificate, as a client would put it. */
    public static CertificateId of(
            X500Name issuer,
            SubjectPublicKeyInfo issuerKey,
            SerialNumber serial,
            ASN1ObjectIdentifier hash) {
        return new CertificateId(
                new CertID(
                        new AlgorithmIdentifier(hash),
                        new DEROctetString(hash(hash, Der.encode(issuer))),
                        new DEROctetString(hash(hash, issuerKey.getPublicKeyData().getOctets())),
                        new ASN1Integer(serial.value())));
    }

    CertID structure() {
        return structure;
    }

    /** DER. */
    byte[] encoded() {
        return Der.encode(structure);
    }

    /** The serial asked for; empty when no certificate can have it. */
    public Optional<SerialNumber> serial() {
        try {
            return Optional.of(new SerialNumber(structure.getSerialNumber().getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The hash of some octets. */
    static byte[] hash(ASN1ObjectIdentifier algorithm, byte[] input) {
        Digest digest = digest(algorithm);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static Digest digest(ASN1ObjectIdentifier oid) {
        if (oid.equals(OIWObjectIdentifiers.idSHA1)) {
            return new SHA1Digest();
        }
        if (oid.equals(NISTObjectIdentifiers.id_sha256)) {
            return new SHA256Digest();
        }
        if (oid.equals(ChineseOids.SM3)) {
            return new SM3Digest();
        }
        throw new IllegalArgumentException("no hash " + oid);
    }
}
