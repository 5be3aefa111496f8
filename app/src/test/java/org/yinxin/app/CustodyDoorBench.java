package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.ca.CustodianSecrets;
import org.yinxin.app.commandline.Command;
import org.yinxin.app.commandline.CommandLine;
import org.yinxin.app.commandline.CommandLine.Reading;
import org.yinxin.app.commandline.CustodyCommand;
import org.yinxin.app.installation.Secrets;
import org.yinxin.app.wiring.Databases;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.StatusChangeId;
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequests;

/** A running hall, custodians of both duties, and subscribers whose keys OpenSSL has made. */
final class CustodyDoorBench implements AutoCloseable {

    /** A pair that was issued, and released to its token. */
    record Issued(UUID key, IssuedPair pair, String name) {
        String serial() {
            return pair.signSerial().hex();
        }
    }

    final RunningHall hall = StartHall.throwAway();
    final Path folder;

    CustodyDoorBench(Path folder) {
        this.folder = folder;
    }

    /** What was printed, after whether it was done; words are split at blanks. */
    String type(String words) {
        return type(words, CustodianSecrets.atConsole());
    }

    String type(String words, String secret) {
        return type(words, new CustodianSecrets(_ -> Optional.of(secret.toCharArray())));
    }

    private String type(String words, CustodianSecrets secrets) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Desks desks = new Desks(hall, secrets, new PrintStream(said, true, StandardCharsets.UTF_8));
        boolean done =
                switch (CommandLine.read(List.of(words.split(" ", -1)))) {
                    case Reading.Understood(CustodyCommand command) -> desks.carryOut(command);
                    case Reading.Understood(Command.Ca command) -> desks.carryOut(command);
                    case Reading reading -> throw new AssertionError(reading.toString());
                };
        return done + "\n" + said.toString(StandardCharsets.UTF_8);
    }

    /** As a script names one: with the file of the secret. */
    String by(String name) {
        return " --custodian " + name + "=" + folder.resolve(name);
    }

    void add(String name, String duty, String others) throws Exception {
        String said = type("ca custodian add --name " + name + " --duty " + duty + others);
        assertThat(said).startsWith("true\ncustodian " + name + " of " + duty + "\nsecret ");
        Secrets.write(
                folder.resolve(name), said.replaceAll("(?s).*\nsecret (\\S+)\n.*", "$1") + "\n");
    }

    byte[] openssl(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Path told = folder.resolve("told");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(told.toFile())
                        .start();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as(Files.readString(told)).isZero();
        return said;
    }

    /** A pair for an organisation; its signing key is in NAME.key. */
    Issued issue(String name, String organisation, String code) throws Exception {
        openssl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", name + ".key");
        byte[] request =
                openssl(
                        "req",
                        "-new",
                        "-key",
                        name + ".key",
                        "-sm3",
                        "-sigopt",
                        "distid:1234567812345678",
                        "-subj",
                        "/C=CN/CN=request");
        UUID key = UUID.randomUUID();
        Custody custody = hall.part(Custody.class);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        IssuanceOutcome outcome =
                hall.part(Authority.class)
                        .issuePair(
                                new PairOrder(
                                        new PairOrderId(key),
                                        new AuthorityCode("yinxin-demo"),
                                        new SubjectName(
                                                "CN",
                                                "内蒙古自治区",
                                                "云岭市",
                                                organisation,
                                                List.of(),
                                                organisation),
                                        code,
                                        now,
                                        now.plus(365, ChronoUnit.DAYS),
                                        request,
                                        custody.makeEncryptionKey(new EscrowId(key))));
        assertThat(outcome).isInstanceOf(IssuanceOutcome.Issued.class);
        assertThat(SigningRequests.parse(request)).isInstanceOf(ParsedRequest.Accepted.class);
        if (SigningRequests.parse(request) instanceof ParsedRequest.Accepted(var accepted)) {
            custody.release(
                    new EscrowId(key), accepted.publicKey(), new ReleaseForm.Sm2Enveloped());
        }
        return new Issued(key, ((IssuanceOutcome.Issued) outcome).pair(), name);
    }

    void change(Issued issued, PairDeed deed) {
        assertThat(
                        hall.part(Authority.class)
                                .changePair(
                                        new PairStatusChange(
                                                new StatusChangeId(UUID.randomUUID()),
                                                issued.pair().id(),
                                                deed)))
                .isInstanceOf(PairStatusOutcome.Done.class);
    }

    JdbcClient custody() {
        return JdbcClient.create(hall.part(Databases.class).custody());
    }

    JdbcClient authority() {
        return JdbcClient.create(hall.part(Databases.class).authority());
    }

    long custodyJournal(String action, String reason) {
        return custody()
                .sql(
                        "SELECT count(*) FROM journal WHERE action = :action AND details ->> 'reason' = :reason")
                .param("action", action)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    String lastRefusalOfACustodian() {
        return authority()
                .sql(
                        """
                        SELECT details ->> 'reason' || ' ' || (details ->> 'purpose') FROM journal
                        WHERE action = 'custodian.refused' ORDER BY id DESC LIMIT 1
                        """)
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        hall.close();
    }
}
