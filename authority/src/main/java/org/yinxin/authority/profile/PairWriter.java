package org.yinxin.authority.profile;

import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Writes pairs: signing and encryption certificate with the same subject and validity (GM/T 0015-2012: the two always
 * come as a pair).
 */
public final class PairWriter {

    private final CertificateWriter writer;

    public PairWriter(PublicAddresses addresses) {
        this.writer = new CertificateWriter(addresses);
    }

    /**
     * The bytes that are to be signed.
     *
     * @param shard which of the authority's revocation lists the pair is in; 0 for the list of all
     */
    public IntendedPair intend(
            CertificationAuthority issuer,
            PairSubject subject,
            int shard,
            SerialNumber signing,
            SerialNumber encryption) {
        CertificateWriter.Subject shared =
                CertificateWriter.Subject.of(
                        subject.profile(),
                        subject.name(),
                        subject.identifiers(),
                        List.of(),
                        subject.validity());
        return new IntendedPair(
                subject.profile(),
                writer.write(
                        issuer,
                        shared,
                        CertificateUse.SIGNING,
                        shard,
                        signing,
                        info(subject.signingKey())),
                writer.write(
                        issuer,
                        shared,
                        CertificateUse.ENCRYPTION,
                        shard,
                        encryption,
                        info(subject.encryptionKey())));
    }

    private static SubjectPublicKeyInfo info(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded());
    }
}
