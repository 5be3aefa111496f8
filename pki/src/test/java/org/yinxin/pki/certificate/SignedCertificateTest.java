package org.yinxin.pki.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.OpenSsl;
import org.yinxin.pki.TestHierarchy;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.KeyIdentifiers;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;
import org.yinxin.pki.oid.ChineseOids;

class SignedCertificateTest {

    @TempDir private Path folder;

    private final TestHierarchy hierarchy = new TestHierarchy();

    @Test
    void reads_the_sample_of_the_standard() throws MalformedDerException {
        SignedCertificate sample = SignedCertificate.parse(StandardSample.DER);
        TbsCertificate tbs = sample.tbs();
        assertThat(tbs.serial().hex()).isEqualTo("645700b7000002f6");
        assertThat(tbs.subject()).hasToString("CN=用户名字,OU=部门名称,O=组织名称,C=CN");
        assertThat(tbs.notBefore()).isEqualTo(Instant.parse("2011-03-22T07:44:44Z"));
        assertThat(tbs.publicKey().getAlgorithm().getAlgorithm())
                .isEqualTo(X9ObjectIdentifiers.id_ecPublicKey);
        assertThat(tbs.publicKey().getAlgorithm().getParameters()).isEqualTo(ChineseOids.SM2_CURVE);
        Extension usage = tbs.extension(Extension.keyUsage).orElseThrow();
        assertThat(KeyUsage.getInstance(usage.getParsedValue()).getPadBits()).isZero();
        assertThat(sample.encoded()).isEqualTo(StandardSample.DER);
        assertThat(KeyIdentifiers.of(tbs.publicKey()))
                .isEqualTo(OpenSsl.hex("1e99f337a87e1f5dc8b5c4d9f6942ea69c249f31"));
    }

    @Test
    void is_verified_by_openssl_and_by_our_own_reader() throws MalformedDerException {
        OpenSsl openSsl = new OpenSsl(folder);
        String root = openSsl.pem("x509", hierarchy.root.encoded(), "root");
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            SigningKey key = hierarchy.key(algorithm);
            SignedCertificate leaf = hierarchy.leaf("测试甲", KeyUsages.SIGNING, key);
            assertThat(SignedCertificate.parse(leaf.encoded())).isEqualTo(leaf);
            assertThat(leaf.isSignedBy(hierarchy.key.publicKey())).isTrue();
            String pem = openSsl.pem("x509", leaf.encoded(), "leaf");
            assertThat(
                            openSsl.run(
                                            "verify",
                                            "-partial_chain",
                                            "-x509_strict",
                                            "-attime",
                                            "1800000000",
                                            "-vfyopt",
                                            "distid:1234567812345678",
                                            "-trusted",
                                            root,
                                            pem)
                                    .output())
                    .isEqualTo(pem + ": OK\n");
        }
    }

    @Test
    void says_what_was_put_into_it() {
        OpenSsl openSsl = new OpenSsl(folder);
        SigningKey key = hierarchy.key(KeyAlgorithm.SM2);
        SignedCertificate leaf = hierarchy.leaf("测试甲", KeyUsages.ENCRYPTION, key);
        String pem = openSsl.pem("x509", leaf.encoded(), "leaf");
        String text =
                openSsl.run("x509", "-in", pem, "-noout", "-text", "-nameopt", "utf8").output();
        assertThat(text)
                .contains(
                        "Version: 3 (0x2)",
                        "Signature Algorithm: SM2-with-SM3",
                        "ASN1 OID: SM2",
                        "CN=测试甲",
                        "X509v3 Key Usage: critical\n                Key Encipherment, Data Encipherment, Key"
                                + " Agreement\n",
                        "Policy: 2.999.1",
                        "URI:http://127.0.0.1:8080/crl/demo.crl",
                        "CA Issuers - URI:http://127.0.0.1:8080/ca/demo.cer",
                        "OCSP - URI:http://127.0.0.1:8080/ocsp/demo",
                        "1.2.156.10260.4.1.4: \n                ..91150100MA0T0045X0");
        String root = openSsl.pem("x509", hierarchy.root.encoded(), "root");
        assertThat(openSsl.run("x509", "-in", root, "-noout", "-text").output())
                .contains(
                        "X509v3 Basic Constraints: critical\n                CA:TRUE, pathlen:1",
                        "X509v3 Key Usage: critical\n                Certificate Sign, CRL Sign",
                        "Not After : Nov 21 00:00:00 2055 GMT");
    }

    @Test
    void the_signature_covers_the_stored_bytes_and_no_others() throws MalformedDerException {
        SigningKey key = hierarchy.key(KeyAlgorithm.SM2);
        SignedCertificate one = hierarchy.leaf("甲", KeyUsages.SIGNING, key);
        SignedCertificate other = hierarchy.leaf("乙", KeyUsages.SIGNING, key);
        TbsCertificate stored = TbsCertificate.parse(one.tbs().encoded());
        assertThat(one.tbs()).isEqualTo(stored);
        assertThat(other.tbs()).isNotEqualTo(stored);
        SignedCertificate swapped =
                SignedCertificate.assemble(
                        stored,
                        hierarchy.key.signatureAlgorithm(),
                        hierarchy.key.sign(other.tbs().encoded()));
        assertThat(swapped.isSignedBy(hierarchy.key.publicKey())).isFalse();
    }

    @Test
    void refuses_a_signature_made_in_another_way_than_announced() {
        SigningKey stranger = hierarchy.key(KeyAlgorithm.P256);
        TbsCertificate tbs = hierarchy.leaf("甲", KeyUsages.SIGNING, stranger).tbs();
        SignedCertificate certificate = SignedCertificate.sign(tbs, stranger);
        assertThat(certificate.isSignedBy(stranger.publicKey())).isFalse();
    }

    @Test
    void key_identifiers_are_those_that_openssl_computes() {
        OpenSsl openSsl = new OpenSsl(folder);
        String root = openSsl.pem("x509", hierarchy.root.encoded(), "root");
        openSsl.run("x509", "-in", root, "-noout", "-pubkey", "-out", "root.pub");
        String digest =
                openSsl.run(
                                "asn1parse",
                                "-in",
                                "root.pub",
                                "-strparse",
                                "23",
                                "-noout",
                                "-out",
                                "bits")
                        .output();
        assertThat(digest).isEmpty();
        byte[] identifier = KeyIdentifiers.of(hierarchy.root.tbs().publicKey());
        assertThat(openSsl.run("dgst", "-sha1", "bits").output())
                .contains(HexFormat.of().formatHex(identifier));
        Extension extension =
                hierarchy.root.tbs().extension(Extension.subjectKeyIdentifier).orElseThrow();
        assertThat(SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier())
                .isEqualTo(identifier);
    }

    @Test
    void refuses_what_is_cut_off_or_has_something_after_it() {
        byte[] whole = hierarchy.root.encoded();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedDerException.class)
                    .isThrownBy(() -> SignedCertificate.parse(cut));
        }
        assertThatExceptionOfType(MalformedDerException.class)
                .isThrownBy(() -> SignedCertificate.parse(Arrays.copyOf(whole, whole.length + 1)));
    }
}
