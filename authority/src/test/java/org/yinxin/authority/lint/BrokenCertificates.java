package org.yinxin.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.BenchProfiles;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.Generation;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.reading.ProfileReader;
import org.yinxin.authority.profile.reading.ProfileReading;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;

/** A sound certificate, and the means to make others that differ from it in one thing. */
abstract class BrokenCertificates {

    static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    static final PairOrderId ORDER = new PairOrderId(UUID.randomUUID());
    static final CertificateProfile PROFILE = profile(BenchProfiles.shipped("organisation-2012"));

    final SecureRandom random = new SecureRandom();
    final KeyPair authorityKey = KeyPairs.generate(KeyAlgorithm.SM2, random);
    final CertificationAuthority issuer = issuer();
    final SubjectPublicKeyInfo subjectKey = info(KeyPairs.generate(KeyAlgorithm.SM2, random));

    CertificationAuthority issuer() {
        SubjectPublicKeyInfo info = info(authorityKey);
        CertificateContent content =
                content(
                        SerialNumber.random(random),
                        new Validity(START, START.plus(Duration.ofDays(20 * 365))),
                        AuthorityBench.subject().toX500Name(),
                        info,
                        new ExtensionList().authority(0).subjectKey(info).toExtensions());
        return new CertificationAuthority(
                new AuthorityCode("demo"),
                Generation.first(new AuthorityCode("demo")),
                new AuthorityCode("root"),
                SignedCertificate.sign(
                        TbsCertificate.of(content), new SoftwareSigningKey(authorityKey)),
                new KeyHandle("demo"),
                new ASN1ObjectIdentifier("2.999.1"),
                Duration.ofDays(1));
    }

    static CertificateContent content(
            SerialNumber serial,
            Validity validity,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Extensions extensions) {
        return new CertificateContent(
                AuthorityBench.subject().toX500Name(),
                serial,
                validity,
                subject,
                key,
                KeyAlgorithm.SM2.signatureAlgorithm(),
                extensions);
    }

    static SubjectPublicKeyInfo info(KeyPair pair) {
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    static Validity aYear() {
        return new Validity(START, START.plus(Duration.ofDays(365)));
    }

    ExtensionList required(SubjectPublicKeyInfo key) {
        return new ExtensionList()
                .authorityKey(issuer.publicKey())
                .subjectKey(key)
                .policies(List.of(issuer.policy()))
                .crlAt("http://127.0.0.1/crl/demo.crl")
                .issuerAt("http://127.0.0.1/ca/demo.cer", "http://127.0.0.1/ocsp/demo");
    }

    Extensions soundExtensions() {
        return required(subjectKey).keyUsage(KeyUsages.SIGNING).toExtensions();
    }

    void assertBroken(CertificateRule rule, TbsCertificate tbs) {
        LintedCertificate certificate = linted(tbs);
        assertThat(rule.violation(certificate)).as(rule.clause()).isPresent();
        assertThat(rule.violation(sound())).isEmpty();
    }

    /** Profiles that broken certificates are held to. */
    static CertificateProfile profile(String yaml) {
        return switch (ProfileReader.read("a profile", yaml)) {
            case ProfileReading.Sound(CertificateProfile profile) -> profile;
            case ProfileReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    LintedCertificate linted(TbsCertificate tbs) {
        return linted(tbs, PROFILE);
    }

    LintedCertificate linted(TbsCertificate tbs, CertificateProfile profile) {
        return new LintedCertificate(ORDER, CertificateUse.SIGNING, tbs, issuer, profile);
    }

    LintedCertificate sound() {
        TbsCertificate tbs =
                tbs(AuthorityBench.subject().toX500Name(), subjectKey, soundExtensions());
        return linted(tbs);
    }

    TbsCertificate tbs(X500Name subject, SubjectPublicKeyInfo key, Extensions extensions) {
        return TbsCertificate.of(
                content(SerialNumber.random(random), aYear(), subject, key, extensions));
    }

    TbsCertificate withExtensions(ExtensionList extensions) {
        return tbs(AuthorityBench.subject().toX500Name(), subjectKey, extensions.toExtensions());
    }

    TbsCertificate raw(BigInteger serial, Time end, boolean uniqueId) throws MalformedDerException {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serial));
        generator.setIssuer(issuer.name());
        generator.setStartDate(new Time(Date.from(START)));
        generator.setEndDate(end);
        generator.setSubject(issuer.name());
        generator.setSubjectPublicKeyInfo(subjectKey);
        generator.setSignature(issuer.signatureAlgorithm());
        generator.setExtensions(soundExtensions());
        if (uniqueId) {
            generator.setSubjectUniqueID(new DERBitString(new byte[] {1}));
        }
        return TbsCertificate.parse(Der.encode(generator.generateTBSCertificate()));
    }

    static Time utc(String text) {
        return new Time(Date.from(Instant.parse(text)));
    }

    static X500NameBuilder name() {
        return new X500NameBuilder(BCStyle.INSTANCE);
    }
}
