package org.yinxin.authority.profile;

import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.extension.ExtensionList;

/** Certificates of units that sign messages of one kind for an authority. */
public final class UnitProfile {

    private final PublicAddresses addresses;

    public UnitProfile(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    public static X500Name subject(X500Name authority, String does) {
        return NamedAfter.authority(authority, does);
    }

    /** Signs that and nothing else; it lives long and can be revoked, so it says where to ask. */
    public Extensions extensions(
            SubjectPublicKeyInfo key, CertificationAuthority issuer, CertificateUse use) {
        ExtensionList list = new ExtensionList().keyUsage(use.usages());
        return (use == CertificateUse.TIME_STAMPING
                        ? list.signsTimeStamps()
                        : list.answersEnrolment())
                .subjectKey(key)
                .authorityKey(issuer.publicKey())
                .policies(List.of(issuer.policy()))
                .crlAt(addresses.crl(issuer.code()))
                .issuerAt(addresses.certificate(issuer.code()), addresses.ocsp(issuer.code()))
                .toExtensions();
    }
}
