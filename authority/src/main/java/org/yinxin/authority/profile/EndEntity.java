package org.yinxin.authority.profile;

import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.RegistrationExtension;

/** The extensions which GM/T 0015-2012 requires of end entities. */
record EndEntity(PublicAddresses addresses) {

    ExtensionList extensions(
            CertificationAuthority issuer,
            int shard,
            SubjectPublicKeyInfo key,
            CertificateUse use,
            @Nullable String organisationCode) {
        ExtensionList list =
                new ExtensionList()
                        .authorityKey(issuer.publicKey())
                        .subjectKey(key)
                        .keyUsage(use.usages())
                        .policies(List.of(issuer.policy()))
                        .crlAt(addresses.crl(issuer.code(), shard))
                        .issuerAt(
                                addresses.certificate(issuer.code()),
                                addresses.ocsp(issuer.code()));
        if (organisationCode != null) {
            list.add(RegistrationExtension.ORGANIZATION_CODE.of(organisationCode));
        }
        return list;
    }
}
