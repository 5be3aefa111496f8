package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.ca.CustodianSecrets;
import org.yinxin.app.commandline.Command;
import org.yinxin.app.commandline.CommandLine;
import org.yinxin.app.commandline.CommandLine.Reading;
import org.yinxin.app.installation.Secrets;

/**
 * Key ceremonies as they are typed, from the first custodian to a retirement, on a running hall; curl and OpenSSL look at what
 * comes of them. Each test goes on where the one before it ended, as a ceremony does.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyCeremonyTest {

    @TempDir private static Path folder;
    private static RunningHall hall;

    private static final CustodianSecrets NOBODY_THERE =
            new CustodianSecrets(_ -> Optional.empty());

    @BeforeAll
    static void start() throws Exception {
        hall = StartHall.throwAway();
        Files.writeString(
                folder.resolve("other.properties"),
                """
                root.code=other-root
                root.country=CN
                root.organisation=云岭市星河测试认证中心
                root.common-name=Star River Test Root
                root.key=P256
                root.years=20
                root.crl-lifetime=P30D
                issuing.code=other
                issuing.country=CN
                issuing.organisation=云岭市星河测试认证中心
                issuing.common-name=Star River Test Authority
                issuing.key=P256
                issuing.years=10
                issuing.crl-lifetime=P1D
                policy=2.999.156.7
                """);
    }

    @AfterAll
    static void stop() {
        hall.close();
    }

    /** What was printed, after whether it was done. */
    private static String ca(String words, CustodianSecrets secrets) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Reading reading = CommandLine.read(List.of(("ca " + words).split(" ", -1)));
        if (!(reading instanceof Reading.Understood(Command.Ca command))) {
            throw new AssertionError(reading.toString());
        }
        boolean done =
                new Desks(hall, secrets, new PrintStream(said, true, StandardCharsets.UTF_8))
                        .carryOut(command);
        return done + "\n" + said.toString(StandardCharsets.UTF_8);
    }

    private static String ca(String words) {
        return ca(words, NOBODY_THERE);
    }

    private static String two() {
        return " --custodian jia=%1$s/jia --custodian yi=%1$s/yi".formatted(folder);
    }

    private static String added(String name, String others) throws Exception {
        String said = ca("custodian add --name " + name + others);
        assertThat(said).startsWith("true\ncustodian " + name + " of authorities\nsecret ");
        String secret = said.replaceAll("(?s).*\nsecret (\\S+)\n.*", "$1");
        Secrets.write(folder.resolve(name), secret + "\n");
        return secret;
    }

    private static String run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void fetch(String path, String name) throws Exception {
        run("curl", "-sf", "-o", name + ".cer", hall.address() + path);
        run("openssl", "x509", "-inform", "DER", "-in", name + ".cer", "-out", name + ".pem");
    }

    private static void enrol(String secret, String name, String status) throws Exception {
        run(
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-keyout",
                name + ".key",
                "-subj",
                "/CN=gate",
                "-out",
                name + ".csr");
        String answered =
                run(
                        "curl",
                        "-s",
                        "-w",
                        "%{http_code}",
                        "-o",
                        name + ".answer",
                        "-u",
                        "gate:" + secret,
                        "--data-binary",
                        "@" + name + ".csr",
                        "-H",
                        "Content-Type: application/pkcs10",
                        hall.address() + "/.well-known/est/other/simpleenroll");
        assertThat(answered).isEqualTo(status);
        if (status.equals("200")) {
            run("openssl", "base64", "-d", "-in", name + ".answer", "-out", name + ".p7");
            Files.writeString(
                    folder.resolve(name + ".pem"),
                    run("openssl", "pkcs7", "-inform", "DER", "-in", name + ".p7", "-print_certs"));
        }
    }

    @Test
    @Order(1)
    void custodians_prove_who_they_are() throws Exception {
        String jia = added("jia", "");
        added("yi", "");
        assertThat(ca("custodian add --name bing"))
                .isEqualTo(
                        "false\nrefused: there are two custodians of authorities already: adding another takes two of them\n");
        added("bing", two());
        assertThat(ca("custodian list"))
                .contains("bing  of authorities  since ")
                .doesNotContain(jia);
        assertThat(ca("custodian close --name bing" + two()))
                .isEqualTo("true\nbing is a custodian no more.\n");
        assertThat(ca("custodian list"))
                .containsPattern("bing  of authorities  since \\S+  closed ");
        assertThat(ca("custodian add --name Jia"))
                .startsWith("false\nrefused: a custodian's name is lower-case letters");

        String roll = "hierarchy roll --authority yinxin-demo --custodian yi=" + folder + "/yi";
        assertThat(ca(roll + " --custodian jia"))
                .startsWith("false\nrefused: there is no console to ask for the secret of jia");
        assertThat(ca(roll + " --custodian yi=" + folder + "/yi"))
                .isEqualTo("false\nrefused: this takes two custodians, and yi is one person\n");
        String wrong =
                ca(
                        roll + " --custodian jia",
                        new CustodianSecrets(_ -> Optional.of("x".toCharArray())));
        assertThat(wrong).startsWith("false\nrefused: jia is not admitted: ");
        assertThat(
                        ca(
                                roll + " --custodian nobody",
                                new CustodianSecrets(_ -> Optional.of("x".toCharArray()))))
                .isEqualTo(wrong.replace("jia", "nobody"));
        Path open = Files.writeString(folder.resolve("open"), jia);
        run("chmod", "644", open.toString());
        assertThat(ca(roll + " --custodian jia=" + open)).contains("or others can read it too");
        assertThat(ca(roll + " --custodian jia=" + folder + "/missing")).contains("cannot be read");
        assertThat(ca("hierarchy list").lines()).hasSize(3); // true, and two authorities
    }

    @Test
    @Order(2)
    void a_hierarchy_is_made_rolled_over_and_retired() throws Exception {
        String create = "hierarchy create --definition " + folder + "/other.properties";
        assertThat(ca(create + two()))
                .containsPattern(
                        "other-root  root  P256  \\S+ to \\S+  issuing  key [0-9a-f]{40}  other-root-[0-9a-f]{16}\n")
                .containsPattern("other  below other-root  P256  .*  issuing  key ");
        assertThat(ca(create + two()))
                .isEqualTo("false\nrefused: there is an authority other already\n");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ca("hierarchy create --definition /nowhere" + two()))
                .withMessageContaining("--definition: the file /nowhere cannot be read");
        String secret =
                ca("machine add --authority other --name gate --subject C=CN,O=Star,CN=gate --host gate.example")
                        .replaceAll("(?s).*\nsecret (\\S+)\n.*", "$1");
        enrol(secret, "old", "200");
        assertThat(ca("hierarchy roll --authority other-root" + two()))
                .startsWith("true\nother-root-g2");
        assertThat(ca("hierarchy roll --authority other" + two()))
                .startsWith("true\nother-g2  below other-root-g2  P256");
        assertThat(ca("hierarchy roll --authority other" + two()))
                .isEqualTo(
                        "false\nrefused: other was rolled over already: other-g2 certifies in its place\n");
        assertThat(ca("hierarchy list")).contains("superseded by other-g2");
        enrol(secret, "new", "200");

        fetch("/ca/other-root.cer", "root");
        fetch("/ca/other-g2.cer", "issuing");
        fetch("/ca/other-root-g2/certified-by/other-root.cer", "new-with-old");
        assertThat(
                        run(
                                "openssl",
                                "verify",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "issuing.pem",
                                "-untrusted",
                                "new-with-old.pem",
                                "new.pem"))
                .isEqualTo("new.pem: OK\n");
        assertThat(run("curl", "-sf", hall.address() + "/ca"))
                .contains("authority other-g2\n", "policy 2.999.156.7\n")
                .contains("/ca/other-root-g2/certified-by/other-root.cer\n");

        assertThat(ca("hierarchy retire --authority other-root-g2 --reason over" + two()))
                .isEqualTo("false\nrefused: other-g2 certifies below it: retire that first\n");
        assertThat(ca("hierarchy retire --authority other-g2 --reason over" + two()))
                .startsWith("true\nother-g2 certifies no more");
        enrol(secret, "late", "403");
        assertThat(Files.readString(folder.resolve("late.answer")))
                .isEqualTo("the authority other-g2 is retired and issues no more\n");
        assertThat(ca("machine add --authority other --name late --subject C=CN,O=Star,CN=late"))
                .isEqualTo("false\nrefused: the authority other-g2 is retired\n");
        assertThat(ca("hierarchy list")).containsPattern("other-g2 .* retired \\S+ \\(over\\)");
        run("curl", "-sf", "-o", "list.crl", hall.address() + "/crl/other-g2.crl");
        assertThat(
                        run(
                                "openssl",
                                "crl",
                                "-inform",
                                "DER",
                                "-in",
                                "list.crl",
                                "-noout",
                                "-CAfile",
                                "issuing.pem"))
                .contains("verify OK");
    }
}
