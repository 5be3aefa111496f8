package org.yinxin.authority.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.check.CheckIssued.Checked;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.SoftwareSigningKey;

class CheckIssuedTest {

    private static final Approvals ALL = (_, _, _) -> Optional.empty();

    @TempDir private Path folder;
    private AuthorityBench bench;
    private Instant before;

    @BeforeEach
    void open() {
        // Before the ceremony, which takes its time.
        before = Instant.now().minusSeconds(1);
        bench = new AuthorityBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private final List<Objection> told = new ArrayList<>();

    private Checked check(Approvals approvals) {
        told.clear();
        return bench.checkIssued()
                .check(before, before.plus(Duration.ofDays(1)), approvals, told::add);
    }

    private List<String> sentences(SerialNumber serial) {
        return told.stream()
                .filter(objection -> objection.serial().equals(serial.hex()))
                .map(Objection::sentence)
                .toList();
    }

    private void byHand(String table, String statement, Object... values) {
        bench.jdbc.sql("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table)).update();
        bench.jdbc.sql(statement).params(values).update();
        bench.jdbc.sql("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table)).update();
    }

    /** Puts a certificate where only the authority puts one, as far as the database lets anybody. */
    private void plant(SignedCertificate certificate) {
        byte[] serial = certificate.tbs().serial().octets();
        bench.jdbc
                .sql(
                        """
                        INSERT INTO intended_certificate (authority, serial, use, tbs, key_sm3)
                        VALUES (?, ?, 'AUTHORITY', ?, sha256(?))
                        """)
                .params(bench.code().value(), serial, certificate.tbs().encoded(), serial)
                .update();
        bench.jdbc
                .sql(
                        "INSERT INTO certificate (authority, serial, encoded, stored_at) VALUES (?, ?, ?, now())")
                .params(bench.code().value(), serial, certificate.encoded())
                .update();
    }

    /** The same under another serial, signed by somebody else. */
    private SignedCertificate forged(TbsCertificate model) {
        SoftwareSigningKey key = new SoftwareSigningKey(bench.sm2());
        return SignedCertificate.sign(
                TbsCertificate.of(
                        new CertificateContent(
                                model.issuer(),
                                SerialNumber.random(bench.random),
                                new Validity(model.notBefore(), model.notAfter()),
                                model.subject(),
                                model.publicKey(),
                                key.signatureAlgorithm(),
                                model.structure().getExtensions())),
                key);
    }

    private static SignedCertificate parsed(byte[] der) throws Exception {
        return SignedCertificate.parse(der);
    }

    @Test
    void has_no_objection_to_what_was_issued_in_order() {
        bench.issue(bench.order());
        bench.issue(bench.order());
        // With those of the root and of the authority below it.
        assertThat(check(ALL)).isEqualTo(new Checked(6, 0));
        assertThat(told).isEmpty();
    }

    @Test
    void asks_about_the_approval_of_each_pair_once() {
        PairOrder approved = bench.order();
        PairOrder other = bench.order();
        bench.issue(approved);
        IssuedPair unapproved = bench.issue(other);
        List<String> asked = new ArrayList<>();
        Checked checked =
                check(
                        (order, signing, _) -> {
                            asked.add(order + " " + signing.serial());
                            return order.equals(approved.id())
                                    ? Optional.empty()
                                    : Optional.of("has no approval");
                        });
        assertThat(asked).hasSize(2).contains(other.id() + " " + unapproved.signSerial());
        assertThat(checked.objectedTo()).isEqualTo(1);
        assertThat(told)
                .containsExactly(
                        new Objection(
                                bench.code(), unapproved.signSerial().hex(), "has no approval"));
    }

    @Test
    void finds_a_certificate_planted_in_the_table() throws Exception {
        IssuedPair model = bench.issue(bench.order());
        SignedCertificate good = parsed(model.signCertificate());
        SignedCertificate planted = forged(good.tbs());
        plant(planted);
        before = Instant.now().minus(Duration.ofHours(1));
        check(ALL);
        assertThat(sentences(planted.tbs().serial()))
                .containsExactly(
                        "is not signed by " + bench.code(),
                        "has no status: neither OCSP nor a CRL knows it",
                        "was never intended, and is the certificate of no authority, no responder"
                                + " and no unit");
    }

    @Test
    void finds_bytes_that_were_exchanged() {
        IssuedPair pair = bench.issue(bench.order());
        IssuedPair other = bench.issue(bench.order());
        byHand(
                "certificate",
                "UPDATE certificate SET encoded = ? WHERE serial = ?",
                other.encryptionCertificate(),
                pair.encryptionSerial().octets());
        byHand(
                "certificate",
                "UPDATE certificate SET encoded = ? WHERE serial = ?",
                new byte[] {0x30, 0x03, 0x02, 0x01, 0x01},
                other.signSerial().octets());
        assertThat(check(ALL).objectedTo()).isEqualTo(2);
        assertThat(sentences(pair.encryptionSerial()))
                .containsExactly(
                        "bears another serial number than it is stored under",
                        "is not what was intended to be signed");
        assertThat(sentences(other.signSerial())).containsExactly("is no certificate in DER");
    }

    @Test
    void finds_what_is_gone_and_what_is_left_alone() {
        IssuedPair pair = bench.issue(bench.order());
        byHand(
                "certificate",
                "DELETE FROM certificate WHERE serial = ?",
                (Object) pair.encryptionSerial().octets());
        assertThat(check(ALL)).isEqualTo(new Checked(3, 2));
        assertThat(sentences(pair.encryptionSerial()))
                .containsExactly("was issued, and is not there");
        assertThat(sentences(pair.signSerial())).containsExactly("is half a pair");
    }

    @Test
    void finds_an_attempt_that_did_not_end_so_and_a_journal_that_is_silent() {
        IssuedPair pair = bench.issue(bench.order());
        byHand(
                "issuance_intent",
                "UPDATE issuance_intent SET state = 'SWEPT' WHERE order_id = ?",
                pair.id().value());
        byHand("journal", "DELETE FROM journal WHERE subject = ?", "pair-order:" + pair.id());
        check(ALL);
        assertThat(sentences(pair.signSerial()))
                .containsExactly(
                        "is there although its attempt ended as SWEPT",
                        "has no entry in the journal");
    }

    @Test
    void looks_at_the_time_it_is_asked_about() {
        bench.issue(bench.order());
        before = before.plus(Duration.ofDays(2));
        assertThat(check(ALL)).isEqualTo(new Checked(0, 0));
    }
}
