package org.yinxin.authority.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.authority.unit.UnitTask;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.oid.ChineseOids;

/** Stamps over HTTP, asked for and judged by OpenSSL. */
class TimeStampsByOpenSslTest {

    private static final String USER_ID = "distid:1234567812345678";

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static MockMvc http;
    private static OpenSsl openSsl;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        bench.another("p256", KeyAlgorithm.P256);
        bench.another("rsa", KeyAlgorithm.RSA_2048);
        StampingBench stamping = new StampingBench(bench);
        stamping.certifyUnits().certify();
        http = stamping.http();
        openSsl = new OpenSsl(folder);
        openSsl.put("paper", "招标文件".getBytes(StandardCharsets.UTF_8));
        for (CertificationAuthority each : bench.authorities.all()) {
            openSsl.pem("x509", each.certificate().encoded(), each.code().value());
        }
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static byte[] stamp(String authority, String hash, String... options) throws Exception {
        List<String> query = new ArrayList<>(List.of("ts", "-query", "-data", "paper", "-" + hash));
        query.addAll(List.of(options));
        query.addAll(List.of("-out", "paper.tsq"));
        run(query.toArray(String[]::new));
        byte[] answer =
                http.perform(
                                post("/tsa/" + authority)
                                        .contentType("application/timestamp-query")
                                        .content(Files.readAllBytes(folder.resolve("paper.tsq"))))
                        .andExpect(status().isOk())
                        .andExpect(content().contentType("application/timestamp-reply"))
                        .andExpect(header().string("Cache-Control", "no-store"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        openSsl.put("paper.tsr", answer);
        return answer;
    }

    private static String run(String... arguments) {
        OpenSsl.Result result = openSsl.run(arguments);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    /** The line with the nonce; OpenSSL picks 64 random bits and writes no leading zeros. */
    private static String nonceOf(String text) {
        return text.lines().filter(line -> line.startsWith("Nonce: 0x")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"p256,sha256", "p256,sha384", "p256,sm3", "rsa,sha512", "rsa,sha256"})
    void openssl_verifies_a_stamp_with_its_certificates(String authority, String hash)
            throws Exception {
        stamp(authority, hash, "-cert");
        // The authority between unit and root travels with the stamp.
        assertThat(
                        run(
                                "ts",
                                "-verify",
                                "-queryfile",
                                "paper.tsq",
                                "-in",
                                "paper.tsr",
                                "-CAfile",
                                authority + "-root.pem"))
                .contains("Verification: OK");
        String asked = run("ts", "-query", "-in", "paper.tsq", "-text");
        String answered = run("ts", "-reply", "-in", "paper.tsr", "-text");
        assertThat(nonceOf(answered)).isEqualTo(nonceOf(asked));
        assertThat(answered)
                .contains("Status: Granted")
                .contains("Policy OID: 2.999.156.1")
                .contains("Accuracy: 0x01 seconds");
    }

    @Test
    void openssl_verifies_a_stamp_without_certificates_and_nonce() throws Exception {
        byte[] answer = stamp("p256", "sha256", "-no_nonce");
        TimeStampToken token = new TimeStampResponse(answer).getTimeStampToken();
        assertThat(token.getCertificates().getMatches(null)).isEmpty();
        assertThat(token.getTimeStampInfo().getNonce()).isNull();
        var unit =
                new UnitBench(bench)
                        .openUnits()
                        .find(
                                bench.authorities.find(new AuthorityCode("p256")).orElseThrow(),
                                UnitTask.TIME_STAMPING)
                        .orElseThrow();
        openSsl.pem("x509", unit.certificate().encoded(), "unit");
        openSsl.put(
                "between.pem",
                (Files.readString(folder.resolve("unit.pem"))
                                + Files.readString(folder.resolve("p256.pem")))
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(
                        run(
                                "ts",
                                "-verify",
                                "-data",
                                "paper",
                                "-in",
                                "paper.tsr",
                                "-CAfile",
                                "p256-root.pem",
                                "-untrusted",
                                "between.pem"))
                .contains("Verification: OK");
    }

    @Test
    void openssl_finds_that_another_paper_was_stamped() throws Exception {
        stamp("p256", "sha256", "-cert");
        openSsl.put("other", "投标文件".getBytes(StandardCharsets.UTF_8));
        OpenSsl.Result result =
                openSsl.run(
                        "ts",
                        "-verify",
                        "-data",
                        "other",
                        "-in",
                        "paper.tsr",
                        "-CAfile",
                        "p256-root.pem");
        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains("message imprint mismatch");
    }

    /** OpenSSL cannot be given the user ID for a whole stamp, so it judges the signed attributes. */
    @Test
    void openssl_verifies_what_an_sm2_unit_signs() throws Exception {
        byte[] answer = stamp(bench.code().value(), "sm3", "-cert");
        TimeStampToken token = new TimeStampResponse(answer).getTimeStampToken();
        SignerInformation signer =
                token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
        assertThat(signer.getDigestAlgOID()).isEqualTo(ChineseOids.SM3.getId());
        assertThat(signer.getEncryptionAlgOID()).isEqualTo(ChineseOids.SM3_WITH_SM2.getId());
        openSsl.put("attributes", signer.getEncodedSignedAttributes());
        openSsl.put("signature", signer.getSignature());
        openSsl.put("content", token.getTimeStampInfo().getEncoded());
        var unit = new StampingBench(bench).newest();
        openSsl.pem("x509", unit.certificate().encoded(), "sm2unit");
        openSsl.put(
                "sm2unit.pub",
                run("x509", "-in", "sm2unit.pem", "-noout", "-pubkey")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(
                        run(
                                "dgst",
                                "-sm3",
                                "-sigopt",
                                USER_ID,
                                "-verify",
                                "sm2unit.pub",
                                "-signature",
                                "signature",
                                "attributes"))
                .contains("Verified OK");
        String attributes = run("asn1parse", "-inform", "DER", "-in", "attributes");
        String digest = run("dgst", "-sm3", "-r", "content").split(" ", 2)[0];
        assertThat(attributes).containsIgnoringCase("[HEX DUMP]:" + digest);
        run(
                "verify",
                "-partial_chain",
                "-purpose",
                "timestampsign",
                "-vfyopt",
                USER_ID,
                "-trusted",
                bench.code() + ".pem",
                "sm2unit.pem");
        Time signed =
                Time.getInstance(
                        signer.getSignedAttributes()
                                .get(CMSAttributes.signingTime)
                                .getAttributeValues()[0]);
        assertThat(signed.getDate()).isEqualTo(token.getTimeStampInfo().getGenTime());
    }

    @Test
    void unknown_authorities_are_not_found() throws Exception {
        for (String code : List.of("nobody", "NOT%20A%20CODE", "..%5C", "p256-root")) {
            http.perform(post(URI.create("/tsa/" + code)).content(new byte[] {0x30, 0}))
                    .andExpect(status().isNotFound());
        }
    }
}
