package org.yinxin.authority.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.NeverIssued;
import org.yinxin.authority.status.StatusLookup;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.ocsp.CertificateId;
import org.yinxin.pki.ocsp.Nonce;
import org.yinxin.pki.ocsp.OcspRequest;

class StatusServerTest {

    private static final byte[] MALFORMED = {0x30, 3, 0x0a, 1, 1};
    private static final byte[] TRY_LATER = {0x30, 3, 0x0a, 1, 3};

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static StatusServer live;
    private static StatusServer keeping;
    private static SignedAhead ahead;
    private static OpenSsl openSsl;
    private static final AtomicBoolean DATABASE_IS_GONE = new AtomicBoolean();

    @BeforeAll
    static void start() {
        bench = new AuthorityBench(folder.resolve("authority"));
        bench.another("p256", KeyAlgorithm.P256);
        bench.another("rsa", KeyAlgorithm.RSA_2048);
        bench.rollOverResponders().rollOver();
        openSsl = new OpenSsl(folder);
        live = StatusServer.start("127.0.0.1", 0, 2, answers(NeverIssued.UNKNOWN, null));
        ahead =
                new SignedAhead(
                        bench.statuses(), bench.clock, AnswerOcsp.Policy.USUAL.validity(), 1 << 20);
        keeping = StatusServer.start("127.0.0.1", 0, 2, answers(NeverIssued.UNKNOWN, ahead));
    }

    @AfterAll
    static void close() {
        live.close();
        keeping.close();
        bench.close();
    }

    private static AnswerTogether answers(NeverIssued neverIssued, @Nullable SignedAhead kept) {
        StatusLookup statuses =
                (authority, serials) -> {
                    if (DATABASE_IS_GONE.get()) {
                        throw new DataAccessResourceFailureException("gone");
                    }
                    return bench.statuses().find(authority, serials);
                };
        AnswerOcsp ocsp =
                new AnswerOcsp(
                        bench.authorities,
                        statuses,
                        bench.delegatedResponders(),
                        bench.clock,
                        new AnswerOcsp.Policy(Duration.ofHours(1), neverIssued));
        return new AnswerTogether(ocsp, statuses, kept);
    }

    private static byte[] question(SerialNumber serial, @Nullable Nonce nonce) {
        return question(bench.issuing(), serial, nonce);
    }

    private static byte[] question(
            CertificationAuthority issuer, SerialNumber serial, @Nullable Nonce nonce) {
        return new OcspRequest(
                        List.of(
                                CertificateId.of(
                                        issuer.name(),
                                        issuer.publicKey(),
                                        serial,
                                        NISTObjectIdentifiers.id_sha256)),
                        nonce)
                .encoded();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String url(StatusServer server, String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static HttpResponse<byte[]> post(StatusServer server, String code, byte[] question) {
        return send(
                HttpRequest.newBuilder(URI.create(url(server, "/ocsp/" + code)))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question)));
    }

    private static HttpResponse<byte[]> get(StatusServer server, byte[] question) {
        String text =
                URLEncoder.encode(
                        Base64.getEncoder().encodeToString(question), StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(url(server, "/ocsp/yinxin-demo/" + text))));
    }

    private static @Nullable CertificateStatus status(byte[] answer) throws Exception {
        OCSPResp response = new OCSPResp(answer);
        assertThat(response.getStatus()).isZero();
        return ((BasicOCSPResp) Objects.requireNonNull(response.getResponseObject()))
                .getResponses()[0].getCertStatus();
    }

    @ParameterizedTest
    @EnumSource(names = {"P256", "RSA_2048"})
    void openssl_asks_and_verifies(KeyAlgorithm algorithm) {
        String code = algorithm == KeyAlgorithm.P256 ? "p256" : "rsa";
        CertificationAuthority issuing =
                bench.authorities.find(new AuthorityCode(code)).orElseThrow();
        CertificationAuthority root =
                bench.authorities.find(new AuthorityCode(code + "-root")).orElseThrow();
        openSsl.pem("x509", issuing.certificate().encoded(), code);
        openSsl.pem("x509", root.certificate().encoded(), code + "-root");
        OpenSsl.Result asked =
                openSsl.run(
                        "ocsp",
                        "-issuer",
                        code + "-root.pem",
                        "-cert",
                        code + ".pem",
                        "-CAfile",
                        code + "-root.pem",
                        "-url",
                        url(live, "/ocsp/" + code + "-root"));
        assertThat(asked.output()).contains("Response verify OK").contains(code + ".pem: good");
        assertThat(asked.status()).isZero();
    }

    @Test
    void an_sm2_answer_verifies_with_the_key_of_its_responder() {
        IssuedPair pair = bench.issue(bench.order());
        Nonce nonce = new Nonce(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        openSsl.put(
                "sm2.der", post(live, "yinxin-demo", question(pair.signSerial(), nonce)).body());
        String text = openSsl.run("ocsp", "-respin", "sm2.der", "-noverify", "-resp_text").output();
        assertThat(text).contains("Cert Status: good").contains("0102030405060708");
        // BasicOCSPResponse stands in the one octet string of the outer structure.
        assertThat(Judged.signatureIsGood(openSsl, "sm2.der")).isTrue();
    }

    @Test
    void get_and_post_say_the_same_and_only_get_may_be_cached() throws Exception {
        byte[] question = question(bench.issue(bench.order()).signSerial(), null);
        HttpResponse<byte[]> got = get(live, question);
        assertThat(status(got.body())).isNull(); // good
        assertThat(got.headers().firstValue("content-type")).hasValue("application/ocsp-response");
        assertThat(got.headers().firstValue("cache-control").orElseThrow()).contains("max-age=1");
        HttpResponse<byte[]> posted = post(live, "yinxin-demo", question);
        assertThat(status(posted.body())).isNull();
        assertThat(posted.headers().firstValue("cache-control")).hasValue("no-store");
        byte[] withNonce =
                question(bench.issue(bench.order()).signSerial(), new Nonce(new byte[] {1}));
        assertThat(get(live, withNonce).headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    void a_revocation_is_seen_at_once_and_by_who_keeps_answers_with_the_next_look()
            throws Exception {
        SerialNumber serial = bench.issue(bench.order()).signSerial();
        byte[] question = question(serial, null);
        try {
            bench.clock.hold();
            ahead.look();
            byte[] kept = get(keeping, question).body();
            assertThat(status(kept)).isNull();
            assertThat(get(keeping, question).body()).isEqualTo(kept);
        } finally {
            bench.clock.reset();
        }
        bench.revokeCertificate().revoke(bench.code(), serial, RevocationReason.KEY_COMPROMISE);
        assertThat(status(get(live, question).body())).isInstanceOf(RevokedStatus.class);
        ahead.look();
        assertThat(status(get(keeping, question).body())).isInstanceOf(RevokedStatus.class);
    }

    @Test
    void kept_answers_serve_half_their_validity_and_not_while_changes_cannot_be_seen()
            throws Exception {
        byte[] question = question(bench.issue(bench.order()).signSerial(), null);
        try {
            bench.clock.hold();
            ahead.look();
            byte[] kept = get(keeping, question).body();
            bench.clock.move(Duration.ofMinutes(29));
            ahead.look();
            assertThat(get(keeping, question).body()).isEqualTo(kept);
            bench.clock.move(Duration.ofSeconds(11)); // without a look
            assertThat(get(keeping, question).body()).isNotEqualTo(kept);
            bench.clock.move(Duration.ofMinutes(2));
            ahead.look();
            assertThat(get(keeping, question).body()).isNotEqualTo(kept);
        } finally {
            bench.clock.reset();
        }
    }

    @Test
    void what_was_never_issued_is_not_good_and_is_not_kept() throws Exception {
        ahead.look();
        byte[] question = question(SerialNumber.random(bench.random), null);
        byte[] first = get(keeping, question).body();
        assertThat(status(first)).isInstanceOf(UnknownStatus.class);
        bench.clock.move(Duration.ofSeconds(2));
        assertThat(get(keeping, question).body()).isNotEqualTo(first);
        bench.clock.reset();
        try (StatusServer good =
                StatusServer.start("127.0.0.1", 0, 1, answers(NeverIssued.GOOD, null))) {
            assertThat(status(post(good, "yinxin-demo", question).body())).isNull();
        }
    }

    @Test
    void malformed_questions_get_the_error_of_the_protocol() {
        byte[] whole = question(SerialNumber.random(bench.random), new Nonce(new byte[] {1, 2, 3}));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int length = 0; length < whole.length; length++) {
                HttpRequest cut =
                        HttpRequest.newBuilder(URI.create(url(live, "/ocsp/yinxin-demo")))
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                Arrays.copyOf(whole, length)))
                                .build();
                assertThat(client.send(cut, HttpResponse.BodyHandlers.ofByteArray()).body())
                        .isEqualTo(MALFORMED);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        byte[] noise = new byte[1 << 20];
        bench.random.nextBytes(noise);
        assertThat(post(live, "yinxin-demo", Arrays.copyOf(noise, 16_000)).body())
                .isEqualTo(MALFORMED);
        assertThat(
                        send(HttpRequest.newBuilder(
                                        URI.create(url(live, "/ocsp/yinxin-demo/!not-base64"))))
                                .body())
                .isEqualTo(MALFORMED);
    }

    @Test
    void a_megabyte_is_refused_without_being_read() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), live.port())) {
            socket.getOutputStream()
                    .write(
                            "POST /ocsp/yinxin-demo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] all = socket.getInputStream().readAllBytes();
            assertThat(new String(all, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200 ");
            assertThat(Arrays.copyOfRange(all, all.length - MALFORMED.length, all.length))
                    .isEqualTo(MALFORMED);
        }
    }

    @Test
    void what_is_no_question_gets_a_status_of_http() {
        byte[] question = question(SerialNumber.random(bench.random), null);
        assertThat(post(live, "nobody", question).statusCode()).isEqualTo(404);
        assertThat(post(live, "No Body".replace(" ", "%20"), question).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(URI.create(url(live, "/")))).statusCode())
                .isEqualTo(404);
        assertThat(
                        send(HttpRequest.newBuilder(URI.create(url(live, "/ocsp/yinxin-demo")))
                                        .DELETE())
                                .statusCode())
                .isEqualTo(405);
    }

    @Test
    void answers_keep_the_order_of_their_requests() throws IOException {
        byte[] question = question(SerialNumber.random(bench.random), null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), live.port())) {
            var out = socket.getOutputStream();
            String post =
                    "POST /ocsp/yinxin-demo HTTP/1.1\r\nHost: x\r\nContent-Length: "
                            + question.length
                            + "\r\n\r\n";
            byte[] head = post.getBytes(StandardCharsets.US_ASCII);
            byte[] lost =
                    "GET /lost HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            byte[] all = new byte[head.length + question.length + lost.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(question, 0, all, head.length, question.length);
            System.arraycopy(lost, 0, all, head.length + question.length, lost.length);
            out.write(all);
            out.write(
                    "GET /last HTTP/1.1\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answers =
                    new String(
                            new DataInputStream(socket.getInputStream()).readAllBytes(),
                            StandardCharsets.ISO_8859_1);
            assertThat(answers).startsWith("HTTP/1.1 200 ");
            assertThat(answers.indexOf("HTTP/1.1 404 ")).isPositive();
            assertThat(answers.split("HTTP/1.1 404 ", -1)).hasSize(3);
        }
    }

    @Test
    void without_the_database_everybody_is_told_to_try_later() {
        byte[] question = question(bench.issue(bench.order()).signSerial(), null);
        DATABASE_IS_GONE.set(true);
        try {
            assertThat(post(live, "yinxin-demo", question).body()).isEqualTo(TRY_LATER);
        } finally {
            DATABASE_IS_GONE.set(false);
        }
        assertThat(post(live, "yinxin-demo", question).body()).isNotEqualTo(TRY_LATER);
    }
}
