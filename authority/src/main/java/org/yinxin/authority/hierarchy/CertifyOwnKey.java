package org.yinxin.authority.hierarchy;

import java.security.PublicKey;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.SigningKey;

/**
 * Certifies what belongs to an installation itself: authorities, responders, units. A certificate is verified before
 * anybody sees it, so that a broken key store is found here and not by a relying party.
 *
 * <p>What subscribers order takes the issuance cycle instead.
 */
public record CertifyOwnKey(AuthorityKeys keys, SecureRandom random) {

    /** What a certificate says but for its issuer, its serial number, which is drawn, and how it is signed. */
    public record Content(
            X500Name subject, SubjectPublicKeyInfo key, Validity validity, Extensions extensions) {}

    public SignedCertificate certify(CertificationAuthority issuer, Content content) {
        return certify(issuer.name(), issuer.key(), issuer.verificationKey(), content);
    }

    /** Of a root, which is its own issuer and no authority yet. */
    public SignedCertificate certifyItself(KeyHandle handle, Content content) {
        SigningKey key = keys.open(handle, KeyPurpose.SIGN_CERTIFICATES);
        return certify(content.subject(), handle, key.publicKey(), content);
    }

    private SignedCertificate certify(
            X500Name issuer, KeyHandle handle, PublicKey published, Content content) {
        SigningKey key = keys.open(handle, KeyPurpose.SIGN_CERTIFICATES);
        SignedCertificate certificate =
                SignedCertificate.sign(
                        TbsCertificate.of(
                                new CertificateContent(
                                        issuer,
                                        SerialNumber.random(random),
                                        content.validity(),
                                        content.subject(),
                                        content.key(),
                                        key.signatureAlgorithm(),
                                        content.extensions())),
                        key);
        if (!certificate.isSignedBy(published)) {
            throw new IllegalStateException(
                    "the key " + handle.value() + " signs what cannot be verified");
        }
        return certificate;
    }
}
