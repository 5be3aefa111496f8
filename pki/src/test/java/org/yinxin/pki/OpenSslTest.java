package org.yinxin.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequests;

/** The same things done by OpenSSL 3. It does not apply the default user ID of SM2 by itself. */
class OpenSslTest {

    private static final String ID = "distid:1234567812345678";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SubjectName SUBJECT =
            new SubjectName("CN", "内蒙古自治区", "云岭市", "星河", List.of("测试部"), "星河");

    @TempDir Path folder;

    @Test
    void verifies_our_sm2_request() throws Exception {
        var pair = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        byte[] der = SigningRequests.build(new SoftwareSigningKey(pair), SUBJECT);
        Files.writeString(folder.resolve("r.pem"), SigningRequests.toPem(der));
        String said =
                openssl(
                        "req",
                        "-in",
                        "r.pem",
                        "-verify",
                        "-noout",
                        "-vfyopt",
                        ID,
                        "-subject",
                        "-nameopt",
                        "utf8,sep_comma_plus");
        assertThat(said).contains("verify OK").contains("CN=星河");
    }

    @Test
    void its_sm2_request_is_accepted_and_one_under_another_user_id_is_not() throws Exception {
        newKey("SM2");
        openssl(
                "req",
                "-new",
                "-key",
                "k.pem",
                "-subj",
                "/C=CN/CN=test",
                "-sm3",
                "-sigopt",
                ID,
                "-out",
                "r.pem");
        assertThat(SigningRequests.parse(Files.readAllBytes(folder.resolve("r.pem"))))
                .isInstanceOf(ParsedRequest.Accepted.class);
        openssl("req", "-new", "-key", "k.pem", "-subj", "/C=CN/CN=test", "-sm3", "-out", "r.pem");
        assertThat(SigningRequests.parse(Files.readAllBytes(folder.resolve("r.pem"))))
                .isInstanceOf(ParsedRequest.Rejected.class);
    }

    @Test
    void its_p256_and_rsa_requests_are_accepted() throws Exception {
        for (List<String> kind :
                List.of(
                        List.of("ec", "ec_paramgen_curve:P-256"),
                        List.of("rsa", "rsa_keygen_bits:2048"))) {
            openssl(
                    "req",
                    "-new",
                    "-newkey",
                    kind.get(0),
                    "-pkeyopt",
                    kind.get(1),
                    "-nodes",
                    "-keyout",
                    "k.pem",
                    "-subj",
                    "/C=CN/CN=test",
                    "-out",
                    "r.pem");
            assertThat(SigningRequests.parse(Files.readAllBytes(folder.resolve("r.pem"))))
                    .isInstanceOf(ParsedRequest.Accepted.class);
        }
    }

    @Test
    void verifies_our_signature_and_we_verify_its() throws Exception {
        newKey("SM2");
        openssl("pkey", "-in", "k.pem", "-pubout", "-out", "p.pem");
        var pair = pairOf("k.pem");
        Files.writeString(folder.resolve("content"), "印信");
        byte[] content = Files.readAllBytes(folder.resolve("content"));

        Files.write(folder.resolve("ours"), new SoftwareSigningKey(pair).sign(content));
        assertThat(
                        openssl(
                                "dgst",
                                "-sm3",
                                "-sigopt",
                                ID,
                                "-verify",
                                "p.pem",
                                "-signature",
                                "ours",
                                "content"))
                .contains("Verified OK");

        openssl("dgst", "-sm3", "-sigopt", ID, "-sign", "k.pem", "-out", "theirs", "content");
        assertThat(
                        Signatures.verify(
                                pair.getPublic(),
                                KeyAlgorithm.SM2.signatureAlgorithm(),
                                content,
                                Files.readAllBytes(folder.resolve("theirs"))))
                .isTrue();
    }

    @Test
    void decrypts_what_we_encrypted_and_we_decrypt_its() throws Exception {
        newKey("SM2");
        var pair = pairOf("k.pem");
        byte[] plain = "印信".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("c"), Sm2Encryption.encrypt(pair.getPublic(), plain, RANDOM));
        openssl("pkeyutl", "-decrypt", "-inkey", "k.pem", "-in", "c", "-out", "d");
        assertThat(Files.readAllBytes(folder.resolve("d"))).isEqualTo(plain);
        openssl("pkeyutl", "-encrypt", "-inkey", "k.pem", "-in", "d", "-out", "e");
        assertThat(
                        Sm2Encryption.decrypt(
                                pair.getPrivate(), Files.readAllBytes(folder.resolve("e"))))
                .isEqualTo(plain);
    }

    private void newKey(String curve) throws Exception {
        openssl(
                "genpkey",
                "-algorithm",
                "EC",
                "-pkeyopt",
                "ec_paramgen_curve:" + curve,
                "-out",
                "k.pem");
    }

    private java.security.KeyPair pairOf(String file) throws Exception {
        String body = Files.readString(folder.resolve(file)).replaceAll("-----[^-]+-----|\\s", "");
        var key =
                org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(
                        PrivateKeyInfo.getInstance(Base64.getDecoder().decode(body))
                                .parsePrivateKey());
        return KeyPairs.sm2(key.getKey());
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        Collections.addAll(command, arguments);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
