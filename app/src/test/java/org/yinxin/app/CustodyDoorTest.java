package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.CustodyDoorBench.Issued;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.RevocationReason;

/** Key recovery and judicial export as custodians type them, on a running hall; OpenSSL opens what they are given. */
class CustodyDoorTest {

    private static final String CODE = "91150100MA0T0045X0";
    private static final String NAME = "云岭市星河测试科技有限公司";

    @TempDir private static Path folder;
    private static CustodyDoorBench bench;
    private static Issued old;
    private static Issued fresh;
    private static Issued stranger;

    @BeforeAll
    static void start() throws Exception {
        bench = new CustodyDoorBench(folder);
        bench.add("jia", "authorities", "");
        bench.add("yi", "authorities", "");
        bench.add("wu", "keys", "");
        bench.add("ji", "keys", "");
        bench.add("geng", "keys", bench.by("wu") + bench.by("ji"));
        bench.add("xin", "keys", bench.by("wu") + bench.by("ji"));
        old = bench.issue("old", NAME, CODE);
        fresh = bench.issue("fresh", NAME, CODE);
        stranger = bench.issue("stranger", "云岭市另一测试有限公司", "91440300MA5EXAMP0L");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static String askWords(UUID key, String serial) {
        return "custody recovery ask --reason 介质损坏 --key " + key + " --serial " + serial;
    }

    private static String asked(Issued token) {
        String said = bench.type(askWords(old.key(), token.serial()) + bench.by("wu"));
        assertThat(said).startsWith("true\nrequest ");
        return request(said);
    }

    private static String request(String said) {
        return said.replaceAll("(?s).*\nrequest (\\S+)\n.*", "$1");
    }

    private static String approve(String act, String request, String by) {
        return bench.type("custody " + act + " approve --request " + request + bench.by(by));
    }

    private static String approved(Issued token) {
        String request = asked(token);
        assertThat(approve("recovery", request, "ji")).startsWith("true\n").contains("Approved");
        return request;
    }

    private static String give(String act, String request, String form, Path out, String by) {
        return bench.type(
                "custody %s give --request %s --form %s --out %s%s"
                        .formatted(act, request, form, out, bench.by(by)));
    }

    private static String give(String request, Path out) {
        return give("recovery", request, "sm2", out, "ji");
    }

    private static String refused(String said) {
        assertThat(said).startsWith("false\n");
        return said.replaceAll("(?s).*\nrefused: (.*)\n", "$1");
    }

    /** Opens an SM2EnvelopedKey with OpenSSL and answers the public half of what is inside, PEM. */
    private static String openedByOpenSsl(Path envelope, String key) throws Exception {
        ASN1Sequence parts = ASN1Sequence.getInstance(Files.readAllBytes(envelope));
        Files.write(folder.resolve("cipher"), parts.getObjectAt(1).toASN1Primitive().getEncoded());
        byte[] sm4 = bench.openssl("pkeyutl", "-decrypt", "-inkey", key, "-in", "cipher");
        Files.write(
                folder.resolve("wrapped"),
                ASN1BitString.getInstance(parts.getObjectAt(3)).getOctets());
        byte[] number =
                bench.openssl(
                        "enc",
                        "-d",
                        "-sm4-ecb",
                        "-nopad",
                        "-K",
                        HexFormat.of().formatHex(sm4),
                        "-in",
                        "wrapped");
        // ECPrivateKey: version 1, the number, and sm2p256v1 as its curve.
        String der =
                "30310201010420" + HexFormat.of().formatHex(number) + "a00a06082a811ccf5501822d";
        Files.write(folder.resolve("opened.der"), HexFormat.of().parseHex(der));
        return new String(
                bench.openssl("ec", "-inform", "DER", "-in", "opened.der", "-pubout"),
                java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static String certifiedKey() throws Exception {
        Files.write(folder.resolve("old-enc.cer"), old.pair().encryptionCertificate());
        return new String(
                bench.openssl("x509", "-inform", "DER", "-in", "old-enc.cer", "-noout", "-pubkey"),
                java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void an_old_key_comes_to_the_new_token_and_openssl_opens_it() throws Exception {
        assertThat(bench.type("custody find --identity " + CODE))
                .startsWith("true\n")
                .contains(old.key() + "  C=CN", fresh.key().toString(), "  good  released 20")
                .doesNotContain(stranger.key().toString());
        assertThat(bench.type("custody find --serial " + old.serial()))
                .contains(old.key() + "  ", old.pair().encryptionSerial() + " of yinxin-demo  ");

        String said = bench.type(askWords(old.key(), fresh.serial()) + bench.by("wu"));
        String request = request(said);
        assertThat(said)
                .contains("key " + old.key() + "\nkey of C=CN", NAME, "reason 介质损坏\n")
                .contains("new signing certificate " + fresh.serial() + " of yinxin-demo")
                .contains("./yinxin custody recovery approve --request " + request);
        assertThat(bench.type("custody recovery list"))
                .contains("request " + request + "\n", "asked by wu at ", "not approved yet\n");
        assertThat(approve("recovery", request, "ji"))
                .contains("reason 介质损坏\n", "open until 20", "Approved")
                .contains("recovery give --request " + request);

        Path out = folder.resolve("envelope");
        assertThat(give(request, out)).contains("The key is in " + out);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(openedByOpenSsl(out, "fresh.key")).isEqualTo(certifiedKey());
        assertThat(bench.type("custody recovery list")).doesNotContain(request);
        assertThat(bench.type("custody history --key " + old.key()))
                .containsSubsequence(
                        "encryption-key.made",
                        "encryption-key.released",
                        "encryption-key.recovered  by custodian:ji  approvedBy=ji  askedBy=wu")
                .doesNotContain("介质损坏");

        assertThat(refused(give(request, folder.resolve("second"))))
                .startsWith("the key was given on this approval before");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void each_form_is_written_as_it_is_wanted() throws Exception {
        for (String form : new String[] {"skf", "skf-64"}) {
            Path out = folder.resolve(form);
            assertThat(give("recovery", approved(fresh), form, out, "wu")).startsWith("true\n");
            // ENVELOPEDKEYBLOB with its packed structure begins with version 1, little-endian.
            assertThat(Files.readAllBytes(out)).startsWith(1, 0, 0, 0);
        }
        String request = approved(fresh);
        assertThat(refused(give("recovery", request, "signed", folder.resolve("s"), "wu")))
                .startsWith("this installation cannot sign an envelope");
        assertThat(folder.resolve("s")).doesNotExist();
        assertThat(give(request, folder.resolve("s"))).startsWith("true\n");
    }

    @Test
    void refuses_a_new_token_that_is_not_the_subscribers() {
        assertThat(refused(bench.type(askWords(old.key(), stranger.serial()) + bench.by("wu"))))
                .contains("do not name the same subscriber beyond doubt");
        assertThat(bench.custodyJournal("key-recovery.refused", "OTHER_SUBSCRIBER")).isOne();
        assertThat(bench.type("custody history --key " + old.key()))
                .contains("key-recovery.refused  by custodian:wu  reason=OTHER_SUBSCRIBER");
        assertThat(
                        refused(
                                bench.type(
                                        askWords(old.key(), fresh.pair().encryptionSerial().hex())
                                                + bench.by("wu"))))
                .contains("is an encryption certificate: give the serial of the signing");
        assertThat(refused(bench.type(askWords(old.key(), "4a4b4c") + bench.by("wu"))))
                .startsWith("no pair in the register has a certificate 4a4b4c");
        assertThat(refused(bench.type(askWords(old.key(), old.serial()) + bench.by("wu"))))
                .startsWith("the key belongs to this very token");
    }

    @Test
    void refuses_a_new_token_whose_certificate_is_not_in_force_at_any_step() throws Exception {
        Issued lost = bench.issue("lost", NAME, CODE);
        String unapproved = asked(lost);
        String request = approved(lost);
        bench.change(lost, new PairDeed.Hold());
        assertThat(refused(bench.type(askWords(old.key(), lost.serial()) + bench.by("wu"))))
                .contains("is suspended since");
        bench.change(lost, new PairDeed.Revoke(RevocationReason.KEY_COMPROMISE));
        assertThat(refused(bench.type(askWords(old.key(), lost.serial()) + bench.by("wu"))))
                .contains("was revoked at");
        assertThat(refused(approve("recovery", unapproved, "ji"))).contains("was revoked at");
        Path out = folder.resolve("never");
        assertThat(refused(give(request, out))).contains("was revoked at");
        assertThat(out).doesNotExist();
        assertThat(bench.custodyJournal("key-recovery.refused", "CERTIFICATE_REVOKED"))
                .isEqualTo(3);
        assertThat(
                        bench.custody()
                                .sql(
                                        "SELECT released_at IS NULL FROM guarded_release WHERE id = :id")
                                .param("id", UUID.fromString(request))
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void refuses_whoever_is_not_another_custodian_of_keys() {
        String request = asked(fresh);
        assertThat(refused(approve("recovery", request, "wu"))).startsWith("whoever asked cannot");
        assertThat(refused(approve("recovery", request, "jia"))).startsWith("jia is not admitted");
        assertThat(bench.lastRefusalOfACustodian()).isEqualTo("DUTY key-recovery.approve");
        String words = "custody recovery approve --request " + request + " --custodian ";
        String wrong = refused(bench.type(words + "ji", "wrong"));
        assertThat(wrong).startsWith("ji is not admitted");
        assertThat(refused(bench.type(words + "nobody", "wrong")))
                .isEqualTo(wrong.replaceFirst("ji", "nobody"));
        assertThat(refused(bench.type(words + "ji"))).startsWith("there is no console to ask");
        assertThat(refused(give(request, folder.resolve("no")))).startsWith("nobody has approved");
        assertThat(approve("recovery", request, "ji")).startsWith("true\n");
        assertThat(refused(approve("recovery", request, "xin"))).startsWith("it was approved");
        assertThat(refused(give("recovery", request, "sm2", folder.resolve("no"), "xin")))
                .startsWith("the key is given to the custodian who asked or");
        assertThat(
                        refused(
                                bench.type(
                                        "ca hierarchy roll --authority yinxin-demo"
                                                + bench.by("wu")
                                                + bench.by("ji"))))
                .startsWith("wu is not admitted");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void locks_a_name_after_five_wrong_secrets() {
        String request = asked(fresh);
        String words = "custody recovery approve --request " + request + " --custodian geng";
        for (int i = 0; i < 5; i++) {
            assertThat(refused(bench.type(words, "wrong"))).startsWith("geng is not admitted");
        }
        assertThat(refused(approve("recovery", request, "geng")))
                .startsWith("geng is not admitted");
        assertThat(bench.lastRefusalOfACustodian()).isEqualTo("LOCKED key-recovery.approve");
    }

    @Test
    void a_file_that_cannot_be_made_leaves_the_approval_as_it_was() throws Exception {
        String request = approved(fresh);
        Path there = Files.writeString(folder.resolve("there"), "mine");
        assertThat(refused(give(request, there))).startsWith("there is a file " + there);
        assertThat(there).hasContent("mine");
        Path nowhere = folder.resolve("no-folder").resolve("file");
        assertThat(refused(give(request, nowhere))).startsWith("there is no folder for the file");
        assertThat(give(request, folder.resolve("somewhere"))).startsWith("true\n");
    }

    @Test
    void refuses_what_there_is_not_and_what_is_too_old() {
        UUID nothing = UUID.randomUUID();
        assertThat(refused(bench.type(askWords(nothing, fresh.serial()) + bench.by("wu"))))
                .startsWith("no pair is in the register for this key");
        assertThat(refused(bench.type("custody history --key " + nothing)))
                .startsWith("there is no key " + nothing);
        assertThat(refused(bench.type("custody find --serial 4a4b4c")))
                .startsWith("no key in custody has a certificate with the serial 4a4b4c");
        assertThat(refused(bench.type("custody find --identity 0")))
                .startsWith("no key in custody is of a subscriber with the code 0");
        assertThat(refused(approve("recovery", nothing.toString(), "ji")))
                .startsWith("there is no such request; ./yinxin custody recovery list");
        assertThat(refused(give(nothing.toString(), folder.resolve("x"))))
                .startsWith("there is no such request");
        String late = aged(asked(fresh));
        assertThat(refused(approve("recovery", late, "ji")))
                .startsWith("it was asked for more than 24 hours ago");
        String approved = aged(approved(fresh));
        assertThat(refused(give(approved, folder.resolve("x"))))
                .startsWith("it was asked for more than 24 hours ago");
        assertThat(bench.type("custody recovery list")).doesNotContain(late, approved);
        String longest = askWords(old.key(), fresh.serial()).replace("介质损坏", "x".repeat(501));
        assertThat(refused(bench.type(longest + bench.by("wu"))))
                .contains("has from 1 to 500 characters");
    }

    /** The same request as if it had been made two days ago; what is asked for cannot be changed. */
    private static String aged(String request) {
        UUID id = UUID.randomUUID();
        bench.custody()
                .sql(
                        """
                        INSERT INTO guarded_release (id, kind, escrow, recipient_key, reason, asked_by, asked_at,
                                                     expires_at, approved_by, approved_at)
                        SELECT :new, kind, escrow, recipient_key, reason, asked_by, asked_at - interval '2 days',
                               expires_at - interval '2 days', approved_by, approved_at
                        FROM guarded_release WHERE id = :old
                        """)
                .param("new", id)
                .param("old", UUID.fromString(request))
                .update();
        return id.toString();
    }

    private static String askExport(Path recipient) {
        return bench.type(
                "custody export ask --authority 云岭市人民法院 --document 调证12号 --key %s --recipient %s%s"
                        .formatted(old.key(), recipient, bench.by("wu")));
    }

    private static Path selfSigned(String name, String curve) throws Exception {
        bench.openssl("ecparam", "-name", curve, "-genkey", "-noout", "-out", name + ".key");
        bench.openssl(
                "req",
                "-x509",
                "-new",
                "-key",
                name + ".key",
                "-days",
                "30",
                "-subj",
                "/CN=court",
                "-out",
                name + ".pem");
        return folder.resolve(name + ".pem");
    }

    @Test
    void an_authority_that_demands_a_key_gets_it_sealed_for_its_certificate() throws Exception {
        Path pem = selfSigned("court", "SM2");
        bench.openssl("x509", "-in", "court.pem", "-outform", "DER", "-out", "court.cer");
        String fingerprint =
                new String(
                                bench.openssl("dgst", "-sm3", "-r", "court.cer"),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .split(" ", 2)[0];
        for (Path file : new Path[] {pem, folder.resolve("court.cer")}) {
            String said = askExport(file);
            String request = request(said);
            assertThat(said)
                    .startsWith("true\nrecipient CN=court\n")
                    .contains("SM3 fingerprint " + fingerprint, "demanded by 云岭市人民法院\n")
                    .contains("./yinxin custody export approve --request " + request);
            assertThat(bench.type("custody export list")).contains("document 调证12号\n", request);
            assertThat(refused(give("export", request, "sm2", folder.resolve("x"), "wu")))
                    .startsWith("nobody has approved");
            assertThat(refused(approve("export", request, "wu"))).startsWith("whoever asked");
            assertThat(refused(approve("recovery", request, "ji"))).startsWith("there is no such");
            assertThat(approve("export", request, "ji"))
                    .contains("SM3 fingerprint " + fingerprint, "Approved");
            Path out = folder.resolve("for-" + file.getFileName());
            assertThat(give("export", request, "sm2", out, "wu")).startsWith("true\n");
            assertThat(openedByOpenSsl(out, "court.key")).isEqualTo(certifiedKey());
            assertThat(refused(give("export", request, "sm2", folder.resolve("x"), "wu")))
                    .startsWith("the key was given on this approval before");
        }
    }

    @Test
    void refuses_a_recipient_whose_certificate_is_none_or_not_of_sm2() throws Exception {
        assertThat(refused(askExport(selfSigned("nist", "prime256v1"))))
                .startsWith("the key of the certificate is not SM2");
        Path pem = selfSigned("twice", "SM2");
        Files.writeString(pem, Files.readString(pem) + Files.readString(pem));
        Path broken =
                Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\n!");
        Path cut = Files.write(folder.resolve("cut.cer"), new byte[] {0x30, 0x10, 0x02});
        for (Path file : new Path[] {pem, broken, cut, folder, folder.resolve("missing")}) {
            assertThat(refused(askExport(file)))
                    .startsWith("the file " + file + " cannot be read, or holds anything but one");
        }
    }
}
