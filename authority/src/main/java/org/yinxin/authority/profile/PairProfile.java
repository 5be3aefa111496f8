package org.yinxin.authority.profile;

import java.security.PublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;

/**
 * The pair of an organisation: signing and encryption certificate with the same subject and validity (GM/T 0015-2012:
 * the two always come as a pair), and the extensions which that standard requires of end entities.
 */
public final class PairProfile {

    /** Kept with each intent, so that it can be linted again by the rules it was made under. */
    public static final String NAME = "gmt-0015-2012/organisation";

    private final EndEntity endEntity;

    public PairProfile(PublicAddresses addresses) {
        this.endEntity = new EndEntity(addresses);
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
        return new IntendedPair(
                certificate(
                        issuer,
                        subject,
                        shard,
                        signing,
                        subject.signingKey(),
                        CertificateUse.SIGNING),
                certificate(
                        issuer,
                        subject,
                        shard,
                        encryption,
                        subject.encryptionKey(),
                        CertificateUse.ENCRYPTION));
    }

    private TbsCertificate certificate(
            CertificationAuthority issuer,
            PairSubject subject,
            int shard,
            SerialNumber serial,
            PublicKey key,
            CertificateUse use) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        return TbsCertificate.of(
                new CertificateContent(
                        issuer.name(),
                        serial,
                        subject.validity(),
                        subject.name().toX500Name(),
                        info,
                        issuer.signatureAlgorithm(),
                        endEntity
                                .extensions(issuer, shard, info, use, subject.organisationCode())
                                .toExtensions()));
    }
}
