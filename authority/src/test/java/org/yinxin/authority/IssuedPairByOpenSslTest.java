package org.yinxin.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.crl.CrlSeries;

/**
 * One issued pair, judged by OpenSSL alone: nothing of ours reads what is checked here. In OpenSSL 3.0 the user ID of SM2
 * reaches only the leaf of a chain, so each link is checked by itself; and its {@code crl} and {@code ocsp} commands cannot
 * be given it at all, so the signed part is cut out and checked with {@code dgst}.
 */
class IssuedPairByOpenSslTest {

    private static final String USER_ID = "distid:1234567812345678";
    private static final Pattern PART =
            Pattern.compile("(?m)^ *(\\d+):d=(\\d+) +hl=(\\d+) +l= *(\\d+) (?:cons|prim): (.*)$");

    private static final Pattern ORGANISATION_CODE =
            Pattern.compile(
                    """
                    OBJECT +:1\\.2\\.156\\.10260\\.4\\.1\\.4
                    .*OCTET STRING +\\[HEX DUMP]:1312([0-9A-F]+)
                    """);

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static OpenSsl openSsl;

    @BeforeAll
    static void issueOnePair() throws Exception {
        bench = new AuthorityBench(folder.resolve("authority"));
        openSsl = new OpenSsl(folder);
        IssuedPair pair = bench.issue(bench.order());
        openSsl.pem("x509", pair.signCertificate(), "sign");
        openSsl.pem("x509", pair.encryptionCertificate(), "enc");
        openSsl.pem("x509", pair.chain().get(0), "issuing");
        openSsl.pem("x509", pair.chain().get(1), "root");
        IssuedPair revoked = bench.issue(bench.order());
        openSsl.pem("x509", revoked.signCertificate(), "revoked");
        bench.authority().revoke(bench.code(), revoked.signSerial(), RevocationReason.SUPERSEDED);
        PairOrder held = bench.order();
        IssuedPair heldPair = bench.issue(held);
        openSsl.pem("x509", heldPair.signCertificate(), "held");
        openSsl.pem("x509", heldPair.encryptionCertificate(), "held-enc");
        bench.change(held.id(), new PairDeed.Hold());
        PairOrder resumed = bench.order();
        openSsl.pem("x509", bench.issue(resumed).signCertificate(), "resumed");
        bench.change(resumed.id(), new PairDeed.Hold());
        openSsl.put("earlier-crl.der", bench.crl(CrlSeries.full(bench.code())));
        bench.change(resumed.id(), new PairDeed.Resume());
        openSsl.put("crl.der", bench.crl(CrlSeries.full(bench.code())));
        openSsl.put("root-crl.der", bench.crl(CrlSeries.full(bench.rootCode())));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static String x509(String certificate, String... shown) {
        String[] command = new String[shown.length + 4];
        List<String> start = List.of("x509", "-in", certificate + ".pem", "-noout");
        start.toArray(command);
        System.arraycopy(shown, 0, command, start.size(), shown.length);
        return openSsl.run(command).output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign<issuing", "enc<issuing", "issuing<root"})
    void each_link_of_the_chain_verifies(String link) {
        String[] ends = link.split("<", -1);
        OpenSsl.Result verified =
                openSsl.run(
                        "verify",
                        "-partial_chain",
                        "-x509_strict",
                        "-vfyopt",
                        USER_ID,
                        "-trusted",
                        ends[1] + ".pem",
                        ends[0] + ".pem");
        assertThat(verified.output()).isEqualTo(ends[0] + ".pem: OK\n");
    }

    @Test
    void the_root_is_signed_by_itself() throws Exception {
        assertThat(verifySigned("root.der", "root")).isEqualTo("Verified OK\n");
    }

    @Test
    void a_changed_certificate_does_not_verify() throws Exception {
        byte[] der = Files.readAllBytes(folder.resolve("sign.der"));
        der[200] ^= 1;
        Files.write(folder.resolve("changed.der"), der);
        openSsl.run("x509", "-inform", "DER", "-in", "changed.der", "-out", "changed.pem");
        assertThat(
                        openSsl.run(
                                        "verify",
                                        "-partial_chain",
                                        "-vfyopt",
                                        USER_ID,
                                        "-trusted",
                                        "issuing.pem",
                                        "changed.pem")
                                .status())
                .isNotZero();
    }

    @Test
    void key_usages_are_critical_and_those_of_the_standard() {
        assertThat(x509("sign", "-ext", "keyUsage"))
                .isEqualTo(
                        """
                        X509v3 Key Usage: critical
                            Digital Signature, Non Repudiation
                        """);
        assertThat(x509("enc", "-ext", "keyUsage"))
                .isEqualTo(
                        """
                        X509v3 Key Usage: critical
                            Key Encipherment, Data Encipherment, Key Agreement
                        """);
        assertThat(x509("issuing", "-ext", "keyUsage"))
                .isEqualTo(
                        """
                        X509v3 Key Usage: critical
                            Certificate Sign, CRL Sign
                        """);
        assertThat(x509("issuing", "-ext", "basicConstraints"))
                .isEqualTo(
                        """
                        X509v3 Basic Constraints: critical
                            CA:TRUE, pathlen:0
                        """);
    }

    @Test
    void both_have_the_same_subject_and_validity_and_serials_of_their_own() {
        String[] shared = {"-subject", "-dates", "-issuer"};
        assertThat(x509("sign", shared)).isEqualTo(x509("enc", shared));
        assertThat(x509("sign", "-serial")).isNotEqualTo(x509("enc", "-serial"));
        assertThat(x509("sign", "-subject", "-nameopt", "utf8,sep_comma_plus"))
                .isEqualTo("subject=C=CN,ST=内蒙古自治区,L=云岭市,O=云岭市星河测试科技有限公司," + "CN=云岭市星河测试科技有限公司\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "enc", "issuing", "root"})
    void serials_are_positive_and_have_at_most_20_octets(String certificate) {
        String serial = x509(certificate, "-serial").strip();
        assertThat(serial).matches("serial=[0-7][0-9A-F]{1,39}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "enc"})
    void the_organisation_code_is_under_its_identifier(String certificate) {
        String parsed =
                openSsl.run("asn1parse", "-inform", "DER", "-in", certificate + ".der").output();
        Matcher value = ORGANISATION_CODE.matcher(parsed);
        assertThat(value.find()).as(parsed).isTrue();
        assertThat(new String(OpenSsl.hex(value.group(1)), StandardCharsets.US_ASCII))
                .isEqualTo(AuthorityBench.ORGANISATION_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "enc"})
    void the_required_extensions_are_there_and_lead_to_us(String certificate) {
        assertThat(x509(certificate, "-text"))
                .contains(
                        "X509v3 Authority Key Identifier",
                        "X509v3 Subject Key Identifier",
                        "X509v3 Certificate Policies",
                        "URI:http://127.0.0.1:8080/crl/" + bench.code() + ".crl",
                        "OCSP - URI:http://127.0.0.1:8080/ocsp/" + bench.code(),
                        "CA Issuers - URI:http://127.0.0.1:8080/ca/" + bench.code() + ".cer",
                        "Signature Algorithm: SM2-with-SM3",
                        "ASN1 OID: SM2");
    }

    @Test
    void crls_verify_and_name_the_revoked() throws Exception {
        assertThat(verifySigned("crl.der", "issuing")).isEqualTo("Verified OK\n");
        assertThat(verifySigned("root-crl.der", "root")).isEqualTo("Verified OK\n");
        assertThat(verifySigned("crl.der", "root")).isNotEqualTo("Verified OK\n");
        assertThat(crlText("crl.der"))
                .contains("Serial Number: " + serial("revoked"), "Superseded", "X509v3 CRL Number");
    }

    @Test
    void crls_name_both_halves_of_what_is_held_until_it_is_resumed() throws Exception {
        for (String half : List.of("held", "held-enc")) {
            assertThat(crlText("crl.der"))
                    .containsPattern(
                            "Serial Number: "
                                    + serial(half)
                                    + "[^:]*Revocation Date: [^\n]*\\s*CRL entry extensions:\\s*"
                                    + "X509v3 CRL Reason Code: *\\s*Certificate Hold");
        }
        assertThat(verifySigned("earlier-crl.der", "issuing")).isEqualTo("Verified OK\n");
        assertThat(crlText("earlier-crl.der")).contains(serial("resumed"));
        assertThat(crlText("crl.der")).doesNotContain(serial("resumed"), "Remove From CRL");
    }

    private static String serial(String certificate) {
        return x509(certificate, "-serial").strip().replace("serial=", "");
    }

    private static String crlText(String file) {
        return openSsl.run("crl", "-inform", "DER", "-in", file, "-noout", "-text").output();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign:good",
                "enc:good",
                "revoked:revoked",
                "held:revoked",
                "held-enc:revoked",
                "resumed:good"
            })
    void ocsp_answers_verify(String expected) throws Exception {
        String[] parts = expected.split(":", -1);
        for (String hash : List.of("-sha1", "-sha256", "-sm3")) {
            openSsl.run(
                    "ocsp",
                    hash,
                    "-issuer",
                    "issuing.pem",
                    "-cert",
                    parts[0] + ".pem",
                    "-reqout",
                    "question.der");
            byte[] answer =
                    bench.answerOcsp()
                            .answer(
                                    bench.code(),
                                    Files.readAllBytes(folder.resolve("question.der")))
                            .orElseThrow()
                            .encoded();
            openSsl.put("answer.der", answer);
            // Checks that the answer is for this question, nonce included.
            String read =
                    openSsl.run(
                                    "ocsp",
                                    "-noverify",
                                    "-respin",
                                    "answer.der",
                                    "-reqin",
                                    "question.der",
                                    "-issuer",
                                    "issuing.pem",
                                    hash,
                                    "-cert",
                                    parts[0] + ".pem")
                            .output();
            assertThat(read).contains(parts[0] + ".pem: " + parts[1]).doesNotContain("WARNING");
            int basic = offset("answer.der", 3, "OCTET STRING");
            cut("answer.der", basic, "basic.der");
            assertThat(verifySigned("basic.der", "issuing")).isEqualTo("Verified OK\n");
        }
    }

    /** Checks the first element of a signed structure against its signature, the bit string beside it. */
    private static String verifySigned(String signed, String issuer) throws Exception {
        cut(signed, offset(signed, 1, "SEQUENCE"), "part.der");
        cut(signed, offset(signed, 1, "BIT STRING"), "signature.der");
        Files.writeString(folder.resolve("issuer.pub"), x509(issuer, "-pubkey"));
        return openSsl.run(
                        "dgst",
                        "-sm3",
                        "-sigopt",
                        USER_ID,
                        "-verify",
                        "issuer.pub",
                        "-signature",
                        "signature.der",
                        "part.der")
                .output();
    }

    private static int offset(String file, int depth, String type) {
        String parsed = openSsl.run("asn1parse", "-inform", "DER", "-in", file).output();
        Matcher part = PART.matcher(parsed);
        while (part.find()) {
            if (Integer.parseInt(part.group(2)) == depth && part.group(5).startsWith(type)) {
                return Integer.parseInt(part.group(1));
            }
        }
        throw new AssertionError("no " + type + " in " + parsed);
    }

    private static void cut(String file, int offset, String to) {
        openSsl.run(
                "asn1parse",
                "-inform",
                "DER",
                "-in",
                file,
                "-strparse",
                Integer.toString(offset),
                "-noout",
                "-out",
                to);
    }
}
