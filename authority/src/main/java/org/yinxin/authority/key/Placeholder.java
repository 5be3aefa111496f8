package org.yinxin.authority.key;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.key.SigningKey;

/** The certificate that key stores want beside a key; it is of no authority and valid for a day. */
public final class Placeholder {

    private Placeholder() {}

    /** In DER, signed by the key itself, its subject is the handle. */
    public static byte[] certificate(
            SigningKey key, KeyHandle handle, Instant now, SecureRandom random) {
        X500Name name =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, handle.value()).build();
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded());
        CertificateContent content =
                new CertificateContent(
                        name,
                        SerialNumber.random(random),
                        new Validity(now, now.plus(Duration.ofDays(1))),
                        name,
                        info,
                        key.signatureAlgorithm(),
                        new ExtensionList().subjectKey(info).toExtensions());
        return SignedCertificate.sign(TbsCertificate.of(content), key).encoded();
    }
}
