package org.yinxin.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.profile.Identifiers;
import org.yinxin.authority.profile.IntendedPair;
import org.yinxin.authority.profile.PairSubject;
import org.yinxin.authority.profile.PairWriter;
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

    /** Of two primes that were made as CVE-2017-15361 has it. */
    private static final String OF_ROCA =
            "e16f8cb330ec6f35770f24d4ac87ae01dd6793962f6e9e74eaf2a324c1c128ac63bd9b33102b"
                    + "829790c933a3fe054018467c861efdfaf4920026947ce60f9a7c2fa1e931ae9c70e687ca0a13"
                    + "f218125e5a3ba91812a1fe1d9620d0201c627b781db3722ea9f7347cf0b2af8eb949dde64774"
                    + "bf0ada0f672ac7986ddc953a3d1bd73141103492535e51491ef19c2a458a664a2f6c31462473"
                    + "0ab0b843e466578e186de960baf2d21c259a9bcbc885fc04455266a76703092ed1223aec704e"
                    + "9177e2943b650a08d8a748e8897c5f9f6387441c22f9e4867e60a21f27998a22fca2ad8ff335"
                    + "6fcfbd279ffdfea269215019c7cb9ce7c407d960bb5b1393bafa87d3";

    private final Lint lint = new Lint((key, order) -> false);

    @Test
    void passes_what_the_profile_makes() {
        PairSubject subject =
                new PairSubject(
                        PROFILE,
                        AuthorityBench.subject(),
                        new Identifiers(AuthorityBench.ORGANISATION_CODE, null),
                        aYear(),
                        KeyPairs.generate(KeyAlgorithm.SM2, random).getPublic(),
                        KeyPairs.generate(KeyAlgorithm.SM2, random).getPublic());
        IntendedPair pair =
                new PairWriter(new PublicAddresses(URI.create("http://127.0.0.1/")))
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
        SubjectPublicKeyInfo taken = info(KeyPairs.generate(KeyAlgorithm.SM2, random));
        assertBroken(
                new KeyServesThisOrderAlone((key, order) -> key.equals(taken)),
                tbs(issuer.name(), taken, soundExtensions()));
    }

    @Test
    void keys_that_others_know() {
        BigInteger order = ECNamedCurveTable.getParameterSpec("sm2p256v1").getN();
        for (SubjectPublicKeyInfo known :
                List.of(
                        info(KeyPairs.sm2(BigInteger.valueOf(64))),
                        info(KeyPairs.sm2(order.subtract(BigInteger.TWO))),
                        point(
                                KeyAlgorithm.P256,
                                "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
                                "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"),
                        point(
                                KeyAlgorithm.P256,
                                "7fcdce2770f6c45d4183cbee6fdb4b7b580733357be9ef13bacf6e3c7bd15445",
                                "c7f144cd1bbd9b7e872cdfedb9eeb9f4b3695d6ea90b24ad8a4623288588e5ad"),
                        point(
                                KeyAlgorithm.P384,
                                "ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64"
                                        + "def8f0ea9055866064a254515480bc13",
                                "8015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1"
                                        + "288b231c3ae0d4fe7344fd2533264720"))) {
            assertBroken(new KeyIsNotPubliclyKnown(), tbs(issuer.name(), known, soundExtensions()));
        }
    }

    private static SubjectPublicKeyInfo point(KeyAlgorithm algorithm, String x, String y) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, algorithm.curve()),
                HexFormat.of().parseHex("04" + x + y));
    }

    @Test
    void moduli_that_are_easy_to_factor() throws IOException {
        // With its first two bits set, so that the product of two has 2048.
        BigInteger prime =
                new BigInteger(1022, random).setBit(1023).setBit(1022).nextProbablePrime();
        assertBroken(
                new PrimesAreApart(),
                tbs(
                        issuer.name(),
                        modulus(prime.multiply(prime.nextProbablePrime())),
                        soundExtensions()));
        assertBroken(
                new ModulusIsNotOfRoca(),
                tbs(issuer.name(), modulus(new BigInteger(OF_ROCA, 16)), soundExtensions()));
    }

    private static SubjectPublicKeyInfo modulus(BigInteger modulus) throws IOException {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, BigInteger.valueOf(65537)));
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
                    new IdentifiersAreTheProfiles(),
                    withExtensions(
                            new ExtensionList()
                                    .add(RegistrationExtension.ORGANIZATION_CODE.of(code))));
        }
        assertBroken(
                new IdentifiersAreTheProfiles(),
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
            assertThat(new IdentifiersAreTheProfiles().violation(linted(tbs))).isEmpty();
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
            assertThat(new PairIsTwins().violation(new IntendedPair(PROFILE, one, other)))
                    .isPresent();
        }
    }

    @Test
    void collects_every_finding_with_its_clause() {
        TbsCertificate bad =
                tbs(
                        name().build(),
                        subjectKey,
                        new ExtensionList().subjectKey(subjectKey).toExtensions());
        List<Finding> findings = lint.check(ORDER, new IntendedPair(PROFILE, bad, bad), issuer);
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
