package org.yinxin.authority.profile;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;

/** Certificates of authorities: basicConstraints and keyUsage critical, keyCertSign and cRLSign (GM/T 0015-2012). */
public final class AuthorityProfile {

    /** RFC 5280, 4.2.1.4. */
    private static final ASN1ObjectIdentifier ANY_POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");

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

    /**
     * The key of one generation, certified by another with the same name. As it is issued to itself, it does not count in the length
     * of a path (RFC 5280, 4.2.1.9). A root stands above authorities of any policy, so its cross certificates allow any.
     */
    public Extensions cross(CertificationAuthority subject, CertificationAuthority issuer) {
        boolean root = !subject.servesSubscribers();
        return new ExtensionList()
                .authority(root ? 1 : 0)
                .keyUsage(KeyUsages.AUTHORITY)
                .subjectKey(subject.publicKey())
                .authorityKey(issuer.publicKey())
                .policies(List.of(root ? ANY_POLICY : subject.policy()))
                .crlAt(addresses.crl(issuer.code()))
                .issuerAt(addresses.certificate(issuer.code()), addresses.ocsp(issuer.code()))
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
