package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.ca.MachineDesk;
import org.yinxin.app.commandline.Command;
import org.yinxin.app.commandline.Command.Ca.Machines.Add;
import org.yinxin.authority.machine.CloseMachine;
import org.yinxin.authority.machine.Machines;
import org.yinxin.authority.machine.RegisterMachine;
import org.yinxin.authority.unit.CertifyUnits;

/** Machines at the doors of a running hall: what a person registers at the console, and curl and OpenSSL then do. */
class ProtocolsTest {

    private static final String AUTHORITY = "yinxin-demo";
    private static final String SUBJECT = "C=CN,O=云岭市星河测试科技有限公司,CN=gate-7";
    private static final Command.Serve HERE =
            new Command.Serve(0, "127.0.0.1", Path.of("data"), null, null, 0);

    @TempDir private static Path folder;
    private static RunningHall hall;

    @BeforeAll
    static void start() {
        hall = StartHall.throwAway();
        hall.part(CertifyUnits.class).certify(); // the job may not have run yet
    }

    @AfterAll
    static void stop() {
        hall.close();
    }

    /** What was printed, after whether it was done. */
    private static String desk(Command.Ca.Machines command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean done =
                new MachineDesk(
                                hall.part(RegisterMachine.class),
                                hall.part(CloseMachine.class),
                                hall.part(Machines.class),
                                hall.part(Clock.class),
                                new PrintStream(said, true, StandardCharsets.UTF_8))
                        .carryOut(command);
        return done + "\n" + said.toString(StandardCharsets.UTF_8);
    }

    private static Add add(
            String authority, String name, String subject, @Nullable LocalDate until) {
        return new Add(
                HERE,
                authority,
                name,
                subject,
                false,
                null,
                List.of("gate-7.example"),
                30,
                2,
                until);
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

    @Test
    void a_registered_machine_enrols_until_it_is_closed() throws Exception {
        String said = desk(add(AUTHORITY, "gate-7", SUBJECT, null));
        assertThat(said).startsWith("true\ngate-7  " + AUTHORITY + "  DEVICE  ");
        String secret =
                said.lines()
                        .filter(line -> line.startsWith("secret "))
                        .findFirst()
                        .orElseThrow()
                        .substring("secret ".length());
        assertThat(desk(new Command.Ca.Machines.ListAll(HERE)))
                .contains("gate-7")
                .doesNotContain(secret);
        run("openssl", "ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "key.pem");
        run(
                "openssl",
                "req",
                "-new",
                "-key",
                "key.pem",
                "-sm3",
                "-sigopt",
                "distid:1234567812345678",
                "-subj",
                "/CN=gate-7",
                "-out",
                "request.pem");
        String address = hall.address() + "/.well-known/est/" + AUTHORITY;
        String[] enrol = {
            "curl",
            "-s",
            "-w",
            "%{http_code}",
            "-o",
            "answer",
            "-u",
            "gate-7:" + secret,
            "--data-binary",
            "@request.pem",
            "-H",
            "Content-Type: application/pkcs10",
            address + "/simpleenroll"
        };
        assertThat(run(enrol)).isEqualTo("200");
        run("openssl", "base64", "-d", "-in", "answer", "-out", "answer.p7");
        assertThat(run("openssl", "pkcs7", "-inform", "DER", "-in", "answer.p7", "-print_certs"))
                .contains("CN = gate-7");
        assertThat(run("curl", "-s", address + "/cacerts")).startsWith("MII");
        assertThat(desk(new Command.Ca.Machines.Close(HERE, "gate-7"))).startsWith("true");
        assertThat(run(enrol)).isEqualTo("401");
        assertThat(desk(new Command.Ca.Machines.ListAll(HERE))).contains("closed");
    }

    @Test
    void what_cannot_be_registered_is_said_in_a_sentence() {
        assertThat(desk(add("nobody", "a", SUBJECT, null)))
                .isEqualTo("false\nrefused: no authority nobody certifies subscribers\n");
        assertThat(desk(add(AUTHORITY, "Upper", SUBJECT, null)))
                .startsWith("false\nrefused: a machine's name is");
        for (String subject : List.of("CN=a", "nonsense", "", "C=CN,O=a,CN=b,DC=c")) {
            assertThat(desk(add(AUTHORITY, "b", subject, null))).startsWith("false\nrefused: ");
        }
        assertThat(desk(add(AUTHORITY, "c", SUBJECT, LocalDate.of(2020, 1, 1))))
                .contains("is over");
        assertThat(desk(new Command.Ca.Machines.Close(HERE, "nobody")))
                .isEqualTo("false\nrefused: there is no machine nobody\n");
    }

    @Test
    void everybody_gets_time_stamps() throws Exception {
        Files.writeString(folder.resolve("paper"), "招标文件");
        run("openssl", "ts", "-query", "-data", "paper", "-sha256", "-cert", "-out", "paper.tsq");
        run(
                "curl",
                "-sf",
                "-H",
                "Content-Type: application/timestamp-query",
                "--data-binary",
                "@paper.tsq",
                "-o",
                "paper.tsr",
                hall.address() + "/tsa/" + AUTHORITY);
        assertThat(run("openssl", "ts", "-reply", "-in", "paper.tsr", "-text"))
                .contains("Status: Granted");
    }

    /** OpenSSL 3.0 cannot be given the user ID with which an SM2 key signs a request, so it asks here only. */
    @Test
    void a_registered_machine_speaks_cmp() throws Exception {
        String said = desk(add(AUTHORITY, "asking", SUBJECT, null));
        String secret = said.replaceAll("(?s).*\nsecret (\\S+)\n.*", "$1");
        assertThat(
                        run(
                                "openssl",
                                "cmp",
                                "-config",
                                "",
                                "-cmd",
                                "genm",
                                "-server",
                                hall.address().substring("http://".length()),
                                "-path",
                                "cmp/" + AUTHORITY,
                                "-ref",
                                "asking",
                                "-secret",
                                "pass:" + secret))
                .contains("id-it-caCerts");
    }
}
