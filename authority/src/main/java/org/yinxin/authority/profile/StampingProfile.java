package org.yinxin.authority.profile;

import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.extension.ExtensionList;

/** Certificates of units that sign time stamps for an authority (RFC 3161, 2.3). */
public final class StampingProfile {

    private final PublicAddresses addresses;

    public StampingProfile(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    public static X500Name subject(X500Name authority) {
        return NamedAfter.authority(authority, "TSA");
    }

    /** Signs time stamps and nothing else; it lives long and can be revoked, so it says where to ask. */
    public Extensions extensions(SubjectPublicKeyInfo key, CertificationAuthority issuer) {
        return new ExtensionList()
                .keyUsage(CertificateUse.TIME_STAMPING.usages())
                .signsTimeStamps()
                .subjectKey(key)
                .authorityKey(issuer.publicKey())
                .policies(List.of(issuer.policy()))
                .crlAt(addresses.crl(issuer.code()))
                .issuerAt(addresses.certificate(issuer.code()), addresses.ocsp(issuer.code()))
                .toExtensions();
    }
}
