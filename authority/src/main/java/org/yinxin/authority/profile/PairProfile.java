package org.yinxin.authority.profile;

import java.security.PublicKey;
import java.util.List;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.RegistrationExtension;

/**
 * The pair of an organisation: signing and encryption certificate with the same subject and validity (GM/T 0015-2012:
 * the two always come as a pair), and the extensions which that standard requires of end entities.
 */
public final class PairProfile {

    /** Kept with each intent, so that it can be linted again by the rules it was made under. */
    public static final String NAME = "gmt-0015-2012/organisation";

    private final PublicAddresses addresses;

    public PairProfile(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    public IntendedPair intend(
            CertificationAuthority issuer,
            PairSubject subject,
            SerialNumber signing,
            SerialNumber encryption) {
        return new IntendedPair(
                certificate(issuer, subject, signing, subject.signingKey(), CertificateUse.SIGNING),
                certificate(
                        issuer,
                        subject,
                        encryption,
                        subject.encryptionKey(),
                        CertificateUse.ENCRYPTION));
    }

    private TbsCertificate certificate(
            CertificationAuthority issuer,
            PairSubject subject,
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
                        extensions(issuer, subject, info, use)));
    }

    private Extensions extensions(
            CertificationAuthority issuer,
            PairSubject subject,
            SubjectPublicKeyInfo key,
            CertificateUse use) {
        ExtensionList list =
                new ExtensionList()
                        .authorityKey(issuer.publicKey())
                        .subjectKey(key)
                        .keyUsage(use.usages())
                        .policies(List.of(issuer.policy()))
                        .crlAt(addresses.crl(issuer.code()))
                        .issuerAt(
                                addresses.certificate(issuer.code()),
                                addresses.ocsp(issuer.code()));
        String code = subject.organisationCode();
        if (code != null) {
            list.add(RegistrationExtension.ORGANIZATION_CODE.of(code));
        }
        return list.toExtensions();
    }
}
