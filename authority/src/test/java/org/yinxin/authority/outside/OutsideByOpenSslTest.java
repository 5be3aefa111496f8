package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.outside.OpenSslCa.Kind;

/** OpenSSL's CMP server as the outside authority. */
class OutsideByOpenSslTest {

    @TempDir private static Path folder;
    private static AuthorityBench bench;
    private static OpenSslCa ca;

    @BeforeAll
    static void open() throws Exception {
        bench = new AuthorityBench(folder.resolve("authority"));
        Path made = Files.createDirectory(folder.resolve("p256"));
        ca = new OpenSslCa(made, Kind.P256);
    }

    // What the servers hand out is always the same, and a serial comes once in a life.
    @BeforeEach
    void forget() {
        bench.clock.reset();
        bench.jdbc
                .sql(
                        """
                        TRUNCATE outside_order, outside_attempt, outside_key, outside_transaction, outside_message,
                            outside_certificate, outside_pair, outside_status, outside_status_change, outside_unwanted
                        """)
                .update();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static OutsideBench outside(OpenSslCa ca, Front front) {
        return new OutsideBench(bench, ca.folder, front.address(), ca.file("root.pem"));
    }

    private static void assertWhole(OpenSslCa ca, IssuedPair pair) {
        assertThat(pair.signCertificate()).isEqualTo(ca.certificate("signing").encoded());
        assertThat(pair.encryptionCertificate()).isEqualTo(ca.certificate("encryption").encoded());
        assertThat(pair.chain())
                .containsExactly(
                        ca.certificate("issuing").encoded(), ca.certificate("root").encoded());
        assertThat(pair.authority()).isEqualTo(OutsideBench.CODE);
    }

    @Test
    void issues_both_halves_by_the_subscribers_request_and_by_a_template() {
        try (MockServer signing = ca.server(Half.SIGNING);
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            OutsideBench outside = outside(ca, front);
            PairOrder order = ca.order();
            IssuedPair pair = outside.issue(order);
            assertWhole(ca, pair);
            assertThat(front.types)
                    .containsExactly(
                            PKIBody.TYPE_P10_CERT_REQ,
                            PKIBody.TYPE_CERT_CONFIRM,
                            PKIBody.TYPE_CERT_REQ,
                            PKIBody.TYPE_CERT_CONFIRM);
            assertThat(outside.told(order.id())).containsExactly("pair.issued");

            // Asked again it is the same, and nobody outside is asked.
            assertWhole(ca, outside.issue(order));
            assertThat(front.types).hasSize(4);
            assertThat(outside.authority().status(OutsideBench.CODE, pair.signSerial()))
                    .isInstanceOf(CertificateStatus.Good.class);
        }
    }

    @Test
    void pairs_of_rsa_and_of_sm2_come_as_well() throws Exception {
        for (Kind kind : List.of(Kind.RSA, Kind.SM2)) {
            Path made = Files.createDirectory(folder.resolve(kind.name()));
            OpenSslCa other = new OpenSslCa(made, kind);
            try (MockServer signing = other.server(Half.SIGNING);
                    MockServer encryption = other.server(Half.ENCRYPTION);
                    Front front = other.front(signing, encryption)) {
                // OpenSSL 3.0 cannot be given the user ID with which an SM2 key has signed a
                // request.
                OutsideBench outside = outside(other, front).set("signing-request", "cr");
                assertWhole(other, outside.issue(other.order()));
            }
        }
    }

    @Test
    void an_authority_may_do_without_confirmation() {
        try (MockServer signing = ca.server(Half.SIGNING, "-grant_implicitconf");
                MockServer encryption = ca.server(Half.ENCRYPTION, "-grant_implicitconf");
                Front front = ca.front(signing, encryption)) {
            OutsideBench outside =
                    outside(ca, front)
                            .set("confirmation", "implicit")
                            .set("signing-request", "ir")
                            .set("encryption-request", "ir");
            assertWhole(ca, outside.issue(ca.order()));
            assertThat(front.types).containsExactly(PKIBody.TYPE_INIT_REQ, PKIBody.TYPE_INIT_REQ);
        }
    }

    @Test
    void waits_as_it_is_told() {
        try (MockServer signing = ca.server(Half.SIGNING, "-poll_count", "2", "-check_after", "1");
                MockServer encryption =
                        ca.server(Half.ENCRYPTION, "-poll_count", "1", "-check_after", "1");
                Front front = ca.front(signing, encryption)) {
            OutsideBench outside = outside(ca, front).set("patience", "PT1M");
            assertWhole(ca, outside.issue(ca.order()));
            assertThat(front.types)
                    .filteredOn(type -> type == PKIBody.TYPE_POLL_REQ)
                    .hasSizeBetween(3, 6);
        }
    }

    @Test
    void an_authority_that_takes_longer_than_a_call_is_asked_again_by_the_next_call() {
        try (MockServer signing =
                        ca.server(Half.SIGNING, "-poll_count", "2", "-check_after", "1000");
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            OutsideBench outside = outside(ca, front);
            PairOrder order = ca.order();
            outside.assertRefused(order, IssuanceRefusal.IN_PROGRESS, "wants to be asked again");
            int asked = front.types.size();
            outside.assertRefused(order, IssuanceRefusal.IN_PROGRESS, "wants to be asked again");
            assertThat(front.types).as("it is left alone until then").hasSize(asked);
            bench.clock.move(Duration.ofSeconds(1001));
            assertWhole(ca, outside.issue(order));
            assertThat(outside.told(order.id())).containsExactly("pair.issued");
        }
    }

    @Test
    void a_no_is_told_in_the_authoritys_words() {
        try (MockServer signing =
                        ca.server(
                                Half.SIGNING,
                                "-pkistatus",
                                "2",
                                "-failure",
                                "9",
                                "-statusstring",
                                "not this one");
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            PairOrder order = ca.order();
            OutsideBench outside = outside(ca, front);
            outside.assertRefused(order, IssuanceRefusal.DENIED, "badPOP \"not this one\"");
            assertThat(outside.told(order.id())).containsExactly("pair.outside-refused");
        }
    }

    @Test
    void an_error_message_is_a_no() {
        try (MockServer signing =
                        ca.server(
                                Half.SIGNING,
                                "-send_error",
                                "-failure",
                                "2",
                                "-statusstring",
                                "x");
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            outside(ca, front).assertRefused(ca.order(), IssuanceRefusal.DENIED, "badRequest");
        }
    }

    @Test
    void an_answer_without_protection_is_not_believed_and_a_certificate_may_exist() {
        try (MockServer signing = ca.server(Half.SIGNING, "-send_unprotected");
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            PairOrder order = ca.order();
            OutsideBench outside = outside(ca, front);
            outside.assertRefused(order, IssuanceRefusal.UNREACHABLE, "nothing proves");
            assertThat(outside.told(order.id()))
                    .containsExactly("outside.certificate-may-exist", "pair.outside-cut-off");
        }
    }

    @Test
    void a_wrong_secret_is_told_with_what_the_server_claims() {
        try (MockServer signing = ca.server(Half.SIGNING, "-srv_secret", "pass:another");
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            outside(ca, front)
                    .assertRefused(ca.order(), IssuanceRefusal.UNREACHABLE, "look at the secret");
        }
    }

    @Test
    void a_half_that_came_is_revoked_when_the_other_does_not_come() {
        try (MockServer signing = ca.server(Half.SIGNING);
                MockServer encryption =
                        ca.server(Half.ENCRYPTION, "-pkistatus", "2", "-failure", "2");
                Front front = ca.front(signing, encryption)) {
            PairOrder order = ca.order();
            OutsideBench outside = outside(ca, front);
            outside.assertRefused(order, IssuanceRefusal.DENIED, "badRequest");
            assertThat(outside.told(order.id()))
                    .containsExactly("outside.certificate-unwanted", "pair.outside-refused");
            outside.sweep();
            assertThat(front.types.getLast()).isEqualTo(PKIBody.TYPE_REVOCATION_REQ);
            assertThat(
                            outside.authority()
                                    .status(
                                            OutsideBench.CODE,
                                            ca.certificate("signing").tbs().serial()))
                    .isInstanceOf(CertificateStatus.Revoked.class);
            assertThat(outside.count("SELECT count(*) FROM outside_unwanted WHERE outcome IS NULL"))
                    .isZero();
            int asked = front.types.size();
            outside.sweep();
            assertThat(front.types).hasSize(asked);
        }
    }

    @Test
    void messages_may_be_signed_on_both_sides() {
        String[] signed = {
            "-srv_cert",
            "speaker.pem",
            "-srv_key",
            "speaker.key",
            "-srv_trusted",
            "root.pem",
            "-srv_untrusted",
            "issuing.pem",
            "-accept_raverified",
            "-rsp_extracerts",
            "issuing.pem"
        };
        ca.certified("desk", "/C=CN/O=Hall/CN=Hall", "speaker", "issuing");
        OutsideBench.ownerOnly(
                ca.file("desk-only.key"),
                new String(ca.read("desk.key"), StandardCharsets.US_ASCII));
        try (MockServer signing = server(signed, "signing.pem");
                MockServer encryption = server(signed, "encryption.pem");
                Front front = ca.front(signing, encryption)) {
            OutsideBench outside =
                    outside(ca, front)
                            .drop("secret-file")
                            .drop("reference")
                            .set("certificate-file", ca.file("desk.pem").toString())
                            .set("key-file", ca.file("desk-only.key").toString());
            assertWhole(ca, outside.issue(ca.order()));
        }
    }

    @Test
    void a_subscribers_own_certificate_does_not_speak_for_the_authority() {
        String[] signed = {
            "-srv_cert",
            "signing.pem",
            "-srv_key",
            "signing.key",
            "-srv_trusted",
            "root.pem",
            "-srv_untrusted",
            "issuing.pem",
            "-accept_unprotected",
            "-rsp_extracerts",
            "issuing.pem"
        };
        try (MockServer signing = server(signed, "signing.pem");
                MockServer encryption = server(signed, "encryption.pem");
                Front front = ca.front(signing, encryption)) {
            outside(ca, front)
                    .assertRefused(ca.order(), IssuanceRefusal.UNREACHABLE, "nothing proves");
        }
    }

    private static MockServer server(String[] options, String certificate) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-rsp_cert", certificate));
        return new MockServer(ca.folder, all.toArray(String[]::new));
    }

    @Test
    void holds_resumes_and_revokes_both_halves() {
        try (MockServer signing = ca.server(Half.SIGNING);
                MockServer encryption = ca.server(Half.ENCRYPTION);
                Front front = ca.front(signing, encryption)) {
            OutsideBench outside = outside(ca, front);
            PairOrder order = ca.order();
            IssuedPair pair = outside.issue(order);
            int asked = front.types.size();
            assertThat(outside.change(order.id(), new PairDeed.Resume()))
                    .isInstanceOf(PairStatusOutcome.NotHeld.class);
            assertThat(outside.change(order.id(), new PairDeed.Hold()))
                    .isInstanceOf(PairStatusOutcome.Done.class);
            assertThat(outside.authority().status(OutsideBench.CODE, pair.encryptionSerial()))
                    .isInstanceOf(CertificateStatus.Held.class);
            assertThat(outside.change(order.id(), new PairDeed.Resume()))
                    .isInstanceOf(PairStatusOutcome.Done.class);
            assertThat(
                            outside.change(
                                    order.id(),
                                    new PairDeed.Revoke(RevocationReason.KEY_COMPROMISE)))
                    .isInstanceOf(PairStatusOutcome.Done.class);
            assertThat(front.types).hasSize(asked + 6);
            assertThat(
                            outside.authority()
                                    .revoke(
                                            OutsideBench.CODE,
                                            pair.signSerial(),
                                            RevocationReason.SUPERSEDED))
                    .isInstanceOf(RevocationOutcome.AlreadyRevoked.class);
            assertThat(outside.change(order.id(), new PairDeed.Hold()))
                    .isInstanceOf(PairStatusOutcome.Final.class);
            assertThat(outside.told(order.id()))
                    .containsExactly("pair.held", "pair.issued", "pair.resumed", "pair.revoked");
        }
    }
}
