package org.yinxin.custody;

import java.security.KeyPair;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.envelope.EnvelopeSigner;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.SoftwareSigningKey;

/** A custody's own signing key and the certificates around it. */
record SigningCustody(SoftwareSigningKey key, SignedCertificate certificate) {

    static SigningCustody make() {
        KeyPair pair = CustodyBench.sm2();
        SoftwareSigningKey key = new SoftwareSigningKey(pair);
        return new SigningCustody(key, certificate(pair, key));
    }

    EnvelopeSigner signer() {
        return new EnvelopeSigner(key, certificate);
    }

    SignedCertificate certify(KeyPair pair) {
        return certificate(pair, key);
    }

    private static SignedCertificate certificate(KeyPair pair, SoftwareSigningKey issuer) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        return SignedCertificate.sign(
                TbsCertificate.of(
                        new CertificateContent(
                                new X500Name("CN=kmc"),
                                SerialNumber.random(CustodyBench.RANDOM),
                                new Validity(
                                        Instant.parse("2026-01-01T00:00:00Z"),
                                        Instant.parse("2036-01-01T00:00:00Z")),
                                new X500Name("CN=kmc"),
                                info,
                                issuer.signatureAlgorithm(),
                                new ExtensionList().keyUsage(KeyUsages.SIGNING).toExtensions())),
                issuer);
    }
}
