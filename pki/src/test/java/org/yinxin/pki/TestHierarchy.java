package org.yinxin.pki;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;

/** A root that signs leaves, made anew for each test. */
public final class TestHierarchy {

    public static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    public static final Instant END = Instant.parse("2055-11-21T00:00:00Z");

    public final SecureRandom random = new SecureRandom();
    public final SigningKey key = key(KeyAlgorithm.SM2);
    public final SignedCertificate root;

    public TestHierarchy() {
        SubjectPublicKeyInfo info = info(key);
        Extensions extensions =
                new ExtensionList()
                        .authority(1)
                        .keyUsage(KeyUsages.AUTHORITY)
                        .subjectKey(info)
                        .toExtensions();
        SubjectName name = name("印信测试根");
        root = sign(name, info, new Validity(START, END), extensions);
    }

    public SignedCertificate leaf(String commonName, KeyUsages usages, SigningKey of) {
        SubjectPublicKeyInfo info = info(of);
        Extensions extensions =
                new ExtensionList()
                        .authorityKey(info(key))
                        .subjectKey(info)
                        .keyUsage(usages)
                        .policies(List.of(new ASN1ObjectIdentifier("2.999.1")))
                        .crlAt("http://127.0.0.1:8080/crl/demo.crl")
                        .issuerAt(
                                "http://127.0.0.1:8080/ca/demo.cer",
                                "http://127.0.0.1:8080/ocsp/demo")
                        .add(RegistrationExtension.ORGANIZATION_CODE.of("91150100MA0T0045X0"))
                        .toExtensions();
        Validity validity = new Validity(START, Instant.parse("2029-11-21T00:00:00Z"));
        return sign(name(commonName), info, validity, extensions);
    }

    private SignedCertificate sign(
            SubjectName subject,
            SubjectPublicKeyInfo info,
            Validity validity,
            Extensions extensions) {
        return SignedCertificate.sign(
                TbsCertificate.of(
                        new CertificateContent(
                                name("印信测试根").toX500Name(),
                                SerialNumber.random(random),
                                validity,
                                subject.toX500Name(),
                                info,
                                key.signatureAlgorithm(),
                                extensions)),
                key);
    }

    public SigningKey key(KeyAlgorithm algorithm) {
        KeyPair pair = KeyPairs.generate(algorithm, random);
        return new SoftwareSigningKey(pair);
    }

    public static SubjectPublicKeyInfo info(SigningKey key) {
        return SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded());
    }

    public static SubjectName name(String commonName) {
        return new SubjectName("CN", "内蒙古自治区", "云岭市", "云岭市星河测试科技有限公司", List.of(), commonName);
    }
}
