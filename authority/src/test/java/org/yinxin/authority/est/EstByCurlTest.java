package org.yinxin.authority.est;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.HttpBridge;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.ceremony.CeremonyBench;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.authority.machine.MachineBench;
import org.yinxin.authority.machine.MachineName;
import org.yinxin.pki.key.KeyAlgorithm;

/** Enrols with curl and OpenSSL, as a machine does that knows nothing of us. */
class EstByCurlTest {

    private static final AuthorityCode P256 = new AuthorityCode("p256");

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static MachineBench machines;
    private static HttpBridge http;
    private static OpenSsl openSsl;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        bench.another(P256.value(), KeyAlgorithm.P256);
        machines = new MachineBench(bench);
        http =
                new HttpBridge(
                        MockMvcBuilders.standaloneSetup(
                                        new EstController(
                                                bench.authorities,
                                                new CrossCertificates(bench.jdbc),
                                                machines.admitMachine(),
                                                machines.enrolMachine()))
                                .build());
        openSsl = new OpenSsl(folder);
    }

    @BeforeEach
    void setTheClock() {
        bench.clock.reset();
    }

    @AfterAll
    static void close() {
        http.close();
        bench.close();
    }

    /** What the server answered; its body is in the file {@code answer}. */
    private record Answer(String status, String head, String body) {}

    private static Answer curl(String path, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of("curl", "-s", "-D", "head", "-o", "answer", "-w", "%{http_code}"));
        command.addAll(List.of(options));
        command.add(http.address() + "/.well-known/est/" + path);
        Files.deleteIfExists(folder.resolve("answer"));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String status = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        Path body = folder.resolve("answer");
        return new Answer(
                status,
                Files.readString(folder.resolve("head")),
                Files.exists(body) ? Files.readString(body) : "");
    }

    private static Answer enrol(String path, String user, String request) throws Exception {
        return curl(
                path,
                "-u",
                user,
                "-H",
                "Content-Type: application/pkcs10",
                "--data-binary",
                "@" + request);
    }

    private static String run(String... arguments) {
        OpenSsl.Result result = openSsl.run(arguments);
        assertThat(result.status()).as(result.output()).isZero();
        return result.output();
    }

    /** A key and a request in the Base64 that EST wants, without the lines around it. */
    private static String request(String name, String subject) throws IOException {
        run("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", name + ".key");
        run(
                "req",
                "-new",
                "-utf8",
                "-key",
                name + ".key",
                "-subj",
                subject,
                "-outform",
                "DER",
                "-out",
                name + ".req");
        byte[] der = Files.readAllBytes(folder.resolve(name + ".req"));
        openSsl.put(name + ".b64", Base64.getMimeEncoder().encode(der));
        return name + ".b64";
    }

    private static String request(String name) throws IOException {
        return request(name, "/CN=" + AuthorityBench.subject().commonName());
    }

    private static String certificates() throws IOException {
        byte[] der = Base64.getMimeDecoder().decode(Files.readAllBytes(folder.resolve("answer")));
        openSsl.put("answer.p7", der);
        return run("pkcs7", "-inform", "DER", "-in", "answer.p7", "-print_certs");
    }

    private static void put(String name, String text) {
        openSsl.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everybody_gets_the_certificates_of_the_authority() throws Exception {
        Answer answer = curl("p256/cacerts");
        assertThat(answer.status()).isEqualTo("200");
        assertThat(answer.head())
                .containsIgnoringCase("Content-Type: application/pkcs7-mime")
                .containsIgnoringCase("Content-Transfer-Encoding: base64");
        assertThat(certificates().split("BEGIN CERTIFICATE", -1)).hasSize(3);
    }

    @Test
    void who_trusts_an_older_root_is_led_to_the_newer_one() throws Exception {
        AuthorityCode line = bench.another("line", KeyAlgorithm.P256);
        AuthorityCode root = new AuthorityCode("line-root");
        openSsl.pem(
                "x509",
                bench.authorities.find(root).orElseThrow().certificate().encoded(),
                "old-root");
        CeremonyBench ceremonies = CeremonyBench.of(bench);
        openSsl.pem("x509", ceremonies.rolled(root).certificate().encoded(), "new-root");
        ceremonies.rolled(line);
        openSsl.pem("x509", ceremonies.issued(line).certificate(), "of-the-new-key");
        curl("line/cacerts");
        String all = run("x509", "-in", "new-root.pem");
        // OpenSSL would take the new root for the end of the way, and it is not trusted here.
        put("around.pem", certificates().replace(all.substring(all.indexOf("-----")), ""));
        assertThat(
                        run(
                                "verify",
                                "-x509_strict",
                                "-CAfile",
                                "old-root.pem",
                                "-untrusted",
                                "around.pem",
                                "of-the-new-key.pem"))
                .contains("of-the-new-key.pem: OK");
    }

    @Test
    void everybody_is_told_what_a_request_should_look_like() throws Exception {
        assertThat(curl("p256/csrattrs").head())
                .containsIgnoringCase("Content-Type: application/csrattrs");
        openSsl.put(
                "attributes",
                Base64.getMimeDecoder().decode(Files.readAllBytes(folder.resolve("answer"))));
        assertThat(run("asn1parse", "-inform", "DER", "-in", "attributes"))
                .contains("id-ecPublicKey", "prime256v1", "ecdsa-with-SHA256");
        curl(bench.code() + "/csrattrs");
        openSsl.put(
                "attributes",
                Base64.getMimeDecoder().decode(Files.readAllBytes(folder.resolve("answer"))));
        assertThat(run("asn1parse", "-inform", "DER", "-in", "attributes"))
                .containsIgnoringCase("sm2")
                .containsIgnoringCase("SM3");
    }

    @Test
    void a_machine_enrols_asks_again_and_renews() throws Exception {
        String user = "gate-7:" + machines.register("gate-7", P256, 5);
        Answer answer = enrol("p256/simpleenroll", user, request("first"));
        assertThat(answer.status()).as(answer.body()).isEqualTo("200");
        assertThat(answer.head()).containsIgnoringCase("smime-type=certs-only");
        put("first.pem", certificates());
        curl("p256/cacerts");
        put("authorities.pem", certificates());
        assertThat(
                        run(
                                "verify",
                                "-x509_strict",
                                "-purpose",
                                "sslclient",
                                "-verify_hostname",
                                "gate-7.example.org",
                                "-CAfile",
                                "authorities.pem",
                                "first.pem"))
                .contains("first.pem: OK");
        assertThat(run("x509", "-in", "first.pem", "-noout", "-pubkey"))
                .isEqualTo(run("pkey", "-in", "first.key", "-pubout"));

        enrol("p256/simpleenroll", user, "first.b64");
        assertThat(certificates()).isEqualTo(Files.readString(folder.resolve("first.pem")));

        Answer sameKey = enrol("p256/simplereenroll", user, "first.b64");
        assertThat(sameKey.status()).isEqualTo("400");
        assertThat(sameKey.body()).contains("certified for another order");
        assertThat(enrol("p256/simplereenroll", user, request("second")).status()).isEqualTo("200");
        put("second.pem", certificates());
        assertThat(run("x509", "-in", "second.pem", "-noout", "-subject"))
                .isEqualTo(run("x509", "-in", "first.pem", "-noout", "-subject"));
    }

    @Test
    void refuses_strangers() throws Exception {
        String secret = machines.register("guarded", P256, 5);
        String request = request("stranger");
        Answer nobody = curl("p256/simpleenroll", "--data-binary", "@" + request);
        assertThat(nobody.status()).isEqualTo("401");
        assertThat(nobody.head()).containsIgnoringCase("WWW-Authenticate: Basic realm=\"est\"");
        for (String user : List.of("guarded:wrong", "nobody:" + secret, ":", "guarded:")) {
            assertThat(enrol("p256/simpleenroll", user, request).status()).isEqualTo("401");
            assertThat(enrol("p256/simplereenroll", user, request).status()).isEqualTo("401");
        }
        assertThat(enrol(bench.code() + "/simpleenroll", "guarded:" + secret, request).status())
                .as("a machine of another authority")
                .isEqualTo("401");
        for (String header : List.of("Basic", "Basic %%%", "Basic Zm9v", "Bearer x")) {
            assertThat(
                            curl(
                                            "p256/simpleenroll",
                                            "-H",
                                            "Authorization: " + header,
                                            "--data-binary",
                                            "@" + request)
                                    .status())
                    .isEqualTo("401");
        }
        machines.closeMachine().close(new MachineName("guarded"), "test");
        assertThat(enrol("p256/simpleenroll", "guarded:" + secret, request).status())
                .isEqualTo("401");
    }

    @Test
    void refuses_requests_that_are_none_and_says_why() throws Exception {
        String user = "clumsy:" + machines.register("clumsy", P256, 5);
        put("noise.b64", "hello, world");
        put("empty.b64", "");
        openSsl.put("long.b64", new byte[100_000]);
        for (String noise : List.of("noise.b64", "empty.b64", "long.b64")) {
            Answer answer = enrol("p256/simpleenroll", user, noise);
            assertThat(answer.status()).isEqualTo("400");
            assertThat(answer.head()).containsIgnoringCase("Content-Type: text/plain");
            assertThat(answer.body()).isEqualTo("the request is malformed\n");
        }
        Answer other = enrol("p256/simpleenroll", user, request("other", "/CN=somebody else"));
        assertThat(other.status()).isEqualTo("400");
        assertThat(other.body()).contains("may ask for no other subject");
        request("forged");
        byte[] der = Files.readAllBytes(folder.resolve("forged.req"));
        der[der.length - 1] ^= 1;
        openSsl.put("forged.b64", Base64.getMimeEncoder().encode(der));
        assertThat(enrol("p256/simpleenroll", user, "forged.b64").body())
                .isEqualTo("the request is not signed by the key it carries\n");
        run("genrsa", "-out", "small.key", "1024");
        run(
                "req",
                "-new",
                "-key",
                "small.key",
                "-subj",
                "/",
                "-outform",
                "DER",
                "-out",
                "small.req");
        openSsl.put(
                "small.b64",
                Base64.getMimeEncoder().encode(Files.readAllBytes(folder.resolve("small.req"))));
        assertThat(enrol("p256/simpleenroll", user, "small.b64").body())
                .isEqualTo("the key is too small\n");
    }

    @Test
    void refuses_what_the_registration_does_not_allow() throws Exception {
        String user = "modest:" + machines.register("modest", P256, 1);
        Answer renewal = enrol("p256/simplereenroll", user, request("early"));
        assertThat(renewal.status()).isEqualTo("403");
        assertThat(renewal.body()).contains("no valid certificate to renew");
        assertThat(enrol("p256/simpleenroll", user, request("only")).status()).isEqualTo("200");
        Answer more = enrol("p256/simpleenroll", user, request("more"));
        assertThat(more.status()).isEqualTo("403");
        assertThat(more.body()).contains("all the certificates");
        String late = "late:" + machines.register("late", P256, 1);
        bench.clock.move(Duration.ofDays(31));
        assertThat(enrol("p256/simpleenroll", late, request("late")).body()).contains("is over");
    }

    @Test
    void unknown_labels_and_operations_are_not_found() throws Exception {
        for (String path :
                List.of(
                        "nobody/cacerts",
                        "NOT%20A%20CODE/csrattrs",
                        "p256-root/cacerts",
                        "p256/serverkeygen",
                        "cacerts")) {
            assertThat(curl(path).status()).isEqualTo("404");
        }
    }
}
