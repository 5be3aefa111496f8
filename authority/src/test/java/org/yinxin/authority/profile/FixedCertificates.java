package org.yinxin.authority.profile;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Generation;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;

/** An authority, subjects and keys that are the same each time, so that what is to be signed is too. */
final class FixedCertificates {

    static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    static final SubjectName ISSUER =
            new SubjectName("CN", "示例省", "云岭市", "示例认证中心", List.of(), "示例签发机构");
    static final SubjectName SUBJECT =
            new SubjectName(
                    "CN", "示例省", "云岭市", "云岭市星河测试科技有限公司", List.of("甲部", "乙组"), "云岭市星河测试科技有限公司");
    static final SubjectName BARE =
            new SubjectName("CN", null, null, "Example", List.of(), "gate-7.example.org");
    static final String CODE = "91150100MA0T0045X0";

    private FixedCertificates() {}

    static KeyPair key(int number) {
        return KeyPairs.sm2(BigInteger.TWO.pow(200).add(BigInteger.valueOf(number)));
    }

    static SerialNumber serial(int number) {
        return new SerialNumber(BigInteger.ONE.shiftLeft(120).add(BigInteger.valueOf(number)));
    }

    static Validity aYear() {
        return new Validity(START, START.plus(Duration.ofDays(365)));
    }

    static CertificationAuthority issuer() {
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(key(1).getPublic().getEncoded());
        CertificateContent content =
                new CertificateContent(
                        ISSUER.toX500Name(),
                        serial(1),
                        new Validity(START, START.plus(Duration.ofDays(20 * 365))),
                        ISSUER.toX500Name(),
                        info,
                        KeyAlgorithm.SM2.signatureAlgorithm(),
                        new ExtensionList().authority(0).subjectKey(info).toExtensions());
        AuthorityCode code = new AuthorityCode("demo");
        return new CertificationAuthority(
                code,
                Generation.first(code),
                new AuthorityCode("root"),
                SignedCertificate.sign(TbsCertificate.of(content), new SoftwareSigningKey(key(1))),
                new KeyHandle("demo"),
                new ASN1ObjectIdentifier("2.999.1"),
                Duration.ofDays(1));
    }
}
