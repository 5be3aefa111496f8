package org.yinxin.pki.ocsp;

import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.oid.ChineseOids;

/** An issuer as questions name it: by hashes of its name and its key, one pair for each hash that we know. */
public final class AskedIssuer {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hashes(byte[] name, byte[] key) {}

    private final Map<ASN1ObjectIdentifier, Hashes> hashes;

    public AskedIssuer(X500Name name, SubjectPublicKeyInfo key) {
        byte[] encoded = Der.encode(name);
        byte[] bits = key.getPublicKeyData().getOctets();
        hashes =
                Stream.of(
                                OIWObjectIdentifiers.idSHA1,
                                NISTObjectIdentifiers.id_sha256,
                                ChineseOids.SM3)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        hash -> hash,
                                        hash ->
                                                new Hashes(
                                                        CertificateId.hash(hash, encoded),
                                                        CertificateId.hash(hash, bits))));
    }

    /** Whether a certificate of this issuer is asked about; a hash that we do not know is of no issuer. */
    public boolean issued(CertificateId asked) {
        Hashes own = hashes.get(asked.structure().getHashAlgorithm().getAlgorithm());
        return own != null
                && MessageDigest.isEqual(
                        own.name(), asked.structure().getIssuerNameHash().getOctets())
                && MessageDigest.isEqual(
                        own.key(), asked.structure().getIssuerKeyHash().getOctets());
    }
}
