package org.yinxin.pki.der;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.crl.CrlEntry;
import org.yinxin.pki.crl.CrlHead;
import org.yinxin.pki.crl.MadeCrl;
import org.yinxin.pki.crl.SignedCrl;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.ocsp.AskedIssuer;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.Nonce;
import org.yinxin.pki.ocsp.OcspRequest;

/** Each parser, fed with thousands of slightly broken inputs, either reads them or says that they are malformed. */
class MutatedInputTest {

    private static final long SEED = 20261121;
    private static final int ROUNDS = 20_000;

    private interface Parser {
        void parse(byte[] input) throws MalformedDerException;
    }

    private final TestHierarchy hierarchy = new TestHierarchy();

    @Test
    void certificates() {
        byte[] sound =
                hierarchy.leaf("甲", KeyUsages.SIGNING, hierarchy.key(KeyAlgorithm.SM2)).encoded();
        mutate(
                sound,
                input -> {
                    SignedCertificate certificate = SignedCertificate.parse(input);
                    assertThat(certificate.encoded()).isEqualTo(input);
                    certificate.isSignedBy(hierarchy.key.publicKey());
                });
    }

    @Test
    void signed_parts() {
        byte[] sound =
                hierarchy
                        .leaf("甲", KeyUsages.SIGNING, hierarchy.key(KeyAlgorithm.SM2))
                        .tbs()
                        .encoded();
        mutate(sound, TbsCertificate::parse);
    }

    @Test
    void revocation_lists() {
        byte[] sound =
                MadeCrl.of(
                        new CrlHead(
                                hierarchy.root.tbs().subject(),
                                hierarchy.root.tbs().publicKey(),
                                7,
                                TestHierarchy.START,
                                Instant.parse("2026-12-01T00:00:00Z"),
                                3L,
                                "http://127.0.0.1:8080/crl/demo/1.crl",
                                null),
                        List.of(new CrlEntry(SerialNumber.ofHex("4abc"), TestHierarchy.START, 1)),
                        hierarchy.key);
        mutate(sound, input -> SignedCrl.parse(input).isSignedBy(hierarchy.key.publicKey()));
    }

    @Test
    void status_questions() {
        CertificateId id =
                CertificateId.of(
                        hierarchy.root.tbs().subject(),
                        hierarchy.root.tbs().publicKey(),
                        SerialNumber.ofHex("4abc"),
                        OIWObjectIdentifiers.idSHA1);
        AskedIssuer issuer =
                new AskedIssuer(hierarchy.root.tbs().subject(), hierarchy.root.tbs().publicKey());
        mutate(
                new OcspRequest(List.of(id), new Nonce(new byte[16])).encoded(),
                input -> {
                    OcspRequest question = OcspRequest.parse(input);
                    question.certificates()
                            .forEach(
                                    each -> {
                                        each.serial();
                                        issuer.issued(each);
                                    });
                    question.encoded();
                });
    }

    @Test
    void identities() {
        Extension sound = new IdentifyCode.ResidentCard("11010519491231002X").toExtension();
        mutate(
                sound.getExtnValue().getOctets(),
                input -> IdentifyCode.parse(new Extension(sound.getExtnId(), false, input)));
    }

    @Test
    void registration_numbers() {
        RegistrationExtension kind = RegistrationExtension.ORGANIZATION_CODE;
        mutate(
                kind.of("91150100MA0T0045X0").getExtnValue().getOctets(),
                input -> kind.parse(new Extension(kind.oid(), false, input)));
    }

    private static void mutate(byte[] sound, Parser parser) {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = mutated(sound, random);
            try {
                parser.parse(input);
            } catch (MalformedDerException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] input = sound.clone();
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(input.length);
            switch (random.nextInt(5)) {
                case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> input[at] = (byte) random.nextInt(256);
                case 2 -> input[at] = (byte) (random.nextBoolean() ? 0x80 : 0xff);
                case 3 -> input = Arrays.copyOf(input, Math.max(1, at));
                default -> input[at]++;
            }
        }
        return input;
    }
}
