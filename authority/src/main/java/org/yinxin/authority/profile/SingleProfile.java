package org.yinxin.authority.profile;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.extension.ExtensionList;

/**
 * A certificate that comes alone, for a key that never needs to be recovered: it signs, or proves who a device is, and
 * nothing is encrypted to it.
 */
public final class SingleProfile {

    /** Kept with each intent. */
    public static final String NAME = "machine";

    private final EndEntity endEntity;

    public SingleProfile(PublicAddresses addresses) {
        this.endEntity = new EndEntity(addresses);
    }

    /**
     * The bytes that are to be signed.
     *
     * @param shard which of the authority's revocation lists it is in; 0 for the list of all
     */
    public IntendedSingle intend(
            CertificationAuthority issuer, SingleSubject subject, int shard, SerialNumber serial) {
        CertificateUse use =
                switch (subject.kind()) {
                    case DEVICE -> CertificateUse.DEVICE;
                    case ORGANISATION -> CertificateUse.SIGNING;
                };
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(subject.key().getEncoded());
        ExtensionList extensions =
                endEntity.extensions(issuer, shard, info, use, subject.organisationCode());
        if (use == CertificateUse.DEVICE) {
            extensions.authenticatesOverTls();
        }
        if (!subject.hostNames().isEmpty()) {
            extensions.hostNames(subject.hostNames());
        }
        return new IntendedSingle(
                use,
                TbsCertificate.of(
                        new CertificateContent(
                                issuer.name(),
                                serial,
                                subject.validity(),
                                subject.name().toX500Name(),
                                info,
                                issuer.signatureAlgorithm(),
                                extensions.toExtensions())));
    }
}
