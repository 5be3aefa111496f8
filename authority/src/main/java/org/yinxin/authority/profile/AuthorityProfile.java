package org.yinxin.authority.profile;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;

/** Certificates of authorities: basicConstraints and keyUsage critical, keyCertSign and cRLSign (GM/T 0015-2012). */
public final class AuthorityProfile {

    private final PublicAddresses addresses;

    public AuthorityProfile(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /** A root, which stands for itself: no address says where to ask about it. */
    public Extensions root(SubjectPublicKeyInfo key) {
        return new ExtensionList()
                .authority(1)
                .keyUsage(KeyUsages.AUTHORITY)
                .subjectKey(key)
                .toExtensions();
    }

    /** An authority that certifies subscribers and no further authorities. */
    public Extensions issuing(
            SubjectPublicKeyInfo key,
            AuthorityCode root,
            SubjectPublicKeyInfo rootKey,
            ASN1ObjectIdentifier policy) {
        return new ExtensionList()
                .authority(0)
                .keyUsage(KeyUsages.AUTHORITY)
                .subjectKey(key)
                .authorityKey(rootKey)
                .policies(List.of(policy))
                .crlAt(addresses.crl(root))
                .issuerAt(addresses.certificate(root), addresses.ocsp(root))
                .toExtensions();
    }
}
