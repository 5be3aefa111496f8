package org.yinxin.authority.cmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.HttpBridge;
import org.yinxin.authority.OpenSsl;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;

/** {@code openssl cmp} as a machine, and authorities of several algorithms for it to ask. */
abstract class OpenSslMachine {

    @TempDir static Path folder;
    static AuthorityBench bench;
    static CmpBench cmp;
    static HttpBridge http;
    static OpenSsl openSsl;

    @BeforeAll
    static void open() {
        bench = new AuthorityBench(folder.resolve("authority"));
        bench.another("p256", KeyAlgorithm.P256);
        bench.another("rsa", KeyAlgorithm.RSA_2048);
        new UnitBench(bench).certifyUnits().certify();
        cmp = new CmpBench(bench);
        http = new HttpBridge(cmp.http());
        openSsl = new OpenSsl(folder);
        for (CertificationAuthority each : bench.authorities.all()) {
            openSsl.pem("x509", each.certificate().encoded(), each.code().value());
        }
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

    /**
     * Has OpenSSL ask.
     *
     * @param options with blanks between them and none within
     */
    static OpenSsl.Result cmp(String authority, String command, String options) {
        Stream<String> all =
                Stream.of(
                        "cmp",
                        "-config",
                        "",
                        "-cmd",
                        command,
                        "-server",
                        "127.0.0.1:" + http.port(),
                        "-path",
                        "cmp/" + authority,
                        "-msg_timeout",
                        "120");
        return openSsl.run(
                Stream.concat(all, Arrays.stream(options.split(" ", -1))).toArray(String[]::new));
    }

    static OpenSsl.Result assertDone(OpenSsl.Result result) {
        assertThat(result.status()).as(result.output()).isZero();
        return result;
    }

    static void assertRefused(OpenSsl.Result result, String failure, String sentence) {
        assertThat(result.status()).as(result.output()).isNotZero();
        assertThat(result.output()).contains(failure).contains(sentence);
    }

    static String run(String... arguments) {
        return assertDone(openSsl.run(arguments)).output();
    }

    static void key(String name) {
        run("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", name + ".key");
    }

    /** Enrols a fresh machine by its secret. */
    static String enrol(String authority, String machine, String command) {
        String secret = cmp.machines().registerPlain(machine, new AuthorityCode(authority), 5);
        key(machine);
        assertDone(
                cmp(
                        authority,
                        command,
                        "-ref "
                                + machine
                                + " -secret pass:"
                                + secret
                                + " -newkey "
                                + machine
                                + ".key -subject /C=CN/O=Example/CN="
                                + machine
                                + " -certout "
                                + machine
                                + ".pem -cacertsout "
                                + machine
                                + "-ca.pem -chainout "
                                + machine
                                + "-chain.pem"));
        return secret;
    }

    static CertificateStatus status(String authority, String file) {
        String serial = run("x509", "-in", file, "-noout", "-serial").strip().split("=", 2)[1];
        return bench.statuses().find(new AuthorityCode(authority), SerialNumber.ofHex(serial));
    }

    static void assertVerified(String authority, String machine) {
        assertThat(
                        run(
                                "verify",
                                "-x509_strict",
                                "-CAfile",
                                authority + "-root.pem",
                                "-untrusted",
                                authority + ".pem",
                                machine + ".pem"))
                .contains(": OK");
        assertThat(run("x509", "-in", machine + ".pem", "-noout", "-pubkey"))
                .isEqualTo(run("pkey", "-in", machine + ".key", "-pubout"));
    }
}
