package org.yinxin.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.IntendedPair;
import org.yinxin.authority.profile.PairProfile;
import org.yinxin.authority.profile.PairSubject;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/** The rules about keys, extensions and pairs, and what all rules together say. */
class LintTest extends BrokenCertificates {

    private final Lint lint = new Lint((key, order) -> false);

    @Test
    void passes_what_the_profile_makes() {
        PairSubject subject =
                new PairSubject(
                        AuthorityBench.subject(),
                        AuthorityBench.ORGANISATION_CODE,
                        aYear(),
                        KeyPairs.generate(KeyAlgorithm.SM2, random).getPublic(),
                        KeyPairs.generate(KeyAlgorithm.SM2, random).getPublic());
        IntendedPair pair =
                new PairProfile(new PublicAddresses(URI.create("http://127.0.0.1/")))
                        .intend(
                                issuer,
                                subject,
                                0,
                                SerialNumber.random(random),
                                SerialNumber.random(random));
        assertThat(lint.check(ORDER, pair, issuer)).isEmpty();
    }

    @Test
    void keys() {
        SubjectPublicKeyInfo p256 = info(KeyPairs.generate(KeyAlgorithm.P256, random));
        byte[] off = subjectKey.getPublicKeyData().getOctets();
        off[40] ^= 1;
        SubjectPublicKeyInfo offCurve = new SubjectPublicKeyInfo(subjectKey.getAlgorithm(), off);
        for (SubjectPublicKeyInfo key : List.of(p256, offCurve)) {
            assertBroken(new KeyIsSound(), tbs(issuer.name(), key, soundExtensions()));
        }
        SubjectPublicKeyInfo known = info(KeyPairs.sm2(BigInteger.valueOf(64)));
        assertBroken(new KeyIsNotPubliclyKnown(), tbs(issuer.name(), known, soundExtensions()));
        SubjectPublicKeyInfo taken = info(KeyPairs.generate(KeyAlgorithm.SM2, random));
        assertBroken(
                new KeyServesThisOrderAlone((key, order) -> key.equals(taken)),
                tbs(issuer.name(), taken, soundExtensions()));
    }

    @Test
    void key_usages() {
        Extension notCritical =
                new Extension(Extension.keyUsage, false, new byte[] {3, 2, 6, (byte) 0xc0});
        for (ExtensionList extensions :
                List.of(
                        required(subjectKey),
                        required(subjectKey).keyUsage(KeyUsages.ENCRYPTION),
                        required(subjectKey).add(notCritical))) {
            assertBroken(new KeyUsageFitsTheUse(), withExtensions(extensions));
        }
    }

    @Test
    void extensions() {
        Extension constraints =
                new Extension(
                        Extension.basicConstraints, true, Der.encode(new BasicConstraints(false)));
        Extension strange =
                new Extension(new ASN1ObjectIdentifier("2.999.9"), true, new byte[] {5, 0});
        for (ExtensionList extensions :
                List.of(
                        new ExtensionList().keyUsage(KeyUsages.SIGNING),
                        required(subjectKey).keyUsage(KeyUsages.SIGNING).add(constraints),
                        required(subjectKey).keyUsage(KeyUsages.SIGNING).add(strange))) {
            assertBroken(new RequiredExtensionsArePresent(), withExtensions(extensions));
        }
    }

    @Test
    void key_identifiers() {
        assertBroken(
                new KeyIdentifiersMatch(),
                withExtensions(required(issuer.publicKey()).keyUsage(KeyUsages.SIGNING)));
        assertBroken(
                new KeyIdentifiersMatch(),
                withExtensions(
                        new ExtensionList().authorityKey(subjectKey).subjectKey(subjectKey)));
    }

    @Test
    void organisation_codes() {
        for (String code : List.of("1", "91150100ma0t0045x0", "91150100MA0T0045X00")) {
            assertBroken(
                    new OrganisationCodeIsReadable(),
                    withExtensions(
                            new ExtensionList()
                                    .add(RegistrationExtension.ORGANIZATION_CODE.of(code))));
        }
        assertBroken(
                new OrganisationCodeIsReadable(),
                withExtensions(
                        new ExtensionList()
                                .add(
                                        new Extension(
                                                RegistrationExtension.ORGANIZATION_CODE.oid(),
                                                false,
                                                Der.encode(new DERUTF8String("D21435690"))))));
        for (String code : List.of("D2143569-X", "D2143569X", AuthorityBench.ORGANISATION_CODE)) {
            TbsCertificate tbs =
                    withExtensions(
                            new ExtensionList()
                                    .add(RegistrationExtension.ORGANIZATION_CODE.of(code)));
            assertThat(
                            new OrganisationCodeIsReadable()
                                    .violation(
                                            new LintedCertificate(
                                                    ORDER, CertificateUse.SIGNING, tbs, issuer)))
                    .isEmpty();
        }
    }

    @Test
    void pairs() {
        TbsCertificate one = sound().tbs();
        SubjectPublicKeyInfo key = info(KeyPairs.generate(KeyAlgorithm.SM2, random));
        TbsCertificate otherName = tbs(new X500Name("CN=x"), key, soundExtensions());
        TbsCertificate sameKey = sound().tbs();
        X500Name name = one.subject();
        TbsCertificate otherTime =
                TbsCertificate.of(
                        content(
                                SerialNumber.random(random),
                                new Validity(START, START.plusSeconds(60)),
                                name,
                                key,
                                soundExtensions()));
        TbsCertificate sameSerial =
                TbsCertificate.of(content(one.serial(), aYear(), name, key, soundExtensions()));
        for (TbsCertificate other : List.of(otherName, sameKey, otherTime, sameSerial)) {
            assertThat(new PairIsTwins().violation(new IntendedPair(one, other))).isPresent();
        }
    }

    @Test
    void collects_every_finding_with_its_clause() {
        TbsCertificate bad =
                tbs(
                        name().build(),
                        subjectKey,
                        new ExtensionList().subjectKey(subjectKey).toExtensions());
        List<Finding> findings = lint.check(ORDER, new IntendedPair(bad, bad), issuer);
        assertThat(findings)
                .extracting(Finding::rule)
                .contains(
                        "SubjectIsWellWritten",
                        "RequiredExtensionsArePresent",
                        "KeyUsageFitsTheUse",
                        "PairIsTwins");
        assertThat(findings)
                .allSatisfy(
                        finding -> {
                            assertThat(finding.clause()).isNotBlank();
                            assertThat(finding.refusal()).isEqualTo(IssuanceRefusal.LINT);
                        });
    }
}
