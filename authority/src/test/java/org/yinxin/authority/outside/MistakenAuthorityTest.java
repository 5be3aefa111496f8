package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.RevocationOutcome;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.StatusChangeId;
import org.yinxin.authority.outside.PlayedAuthority.Trick;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;

/** An authority that is slow, dead, forged, or does not give what was ordered. */
class MistakenAuthorityTest {

    @TempDir private Path folder;
    private AuthorityBench bench;
    private PlayedAuthority played;
    private OutsideBench outside;

    @BeforeEach
    void open() throws Exception {
        bench = new AuthorityBench(folder.resolve("authority"));
        played = new PlayedAuthority(KeyAlgorithm.SM2);
        outside = PlayedBench.of(bench, folder.resolve("outside"), played);
    }

    @AfterEach
    void close() {
        played.close();
        bench.close();
    }

    private PairOrder order() {
        return PlayedBench.order(bench, played);
    }

    @Test
    void issues_a_pair_of_sm2_when_nothing_is_wrong() {
        PairOrder order = order();
        IssuedPair pair = outside.issue(order);
        assertThat(pair.chain()).containsExactly(played.root().encoded());
        assertThat(played.issued).hasSize(2);
        for (byte[] message :
                bench.jdbc
                        .sql("SELECT message FROM outside_message")
                        .query((row, _) -> row.getBytes(1))
                        .list()) {
            assertThat(message).isNotEmpty();
        }
        assertThat(outside.count("SELECT count(*) FROM outside_message")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "HANG_UP, the connection broke",
        "HTTP_500, HTTP says 500",
        "WRONG_TYPE, text/html and not application/pkixcmp",
        "ENDLESS, the connection broke",
        "NO_MESSAGE, no message of CMP",
        "WRONG_SECRET, nothing proves",
        "WRONG_TRANSACTION, of another transaction",
        "WRONG_NONCE, to another message",
        "WRONG_NUMBER, to another request",
        "TWO_RESPONSES, 2 responses",
        "WRONG_BODY, another kind of message"
    })
    void what_proves_nothing_leaves_a_doubt_and_a_free_order(Trick trick, String sentence) {
        PairOrder order = order();
        played.plays(trick, PKIBody.TYPE_P10_CERT_REQ);
        outside.assertRefused(order, IssuanceRefusal.UNREACHABLE, sentence);
        assertThat(outside.told(order.id()))
                .containsExactly("outside.certificate-may-exist", "pair.outside-cut-off");
        played.trick = Trick.NONE;
        outside.issue(order);

        PairOrder second = order();
        played.plays(trick, PKIBody.TYPE_CERT_REQ);
        outside.assertRefused(second, IssuanceRefusal.UNREACHABLE, sentence);
        assertThat(outside.told(second.id()))
                .containsExactly(
                        "outside.certificate-may-exist",
                        "outside.certificate-unwanted",
                        "pair.outside-cut-off");
        assertTheFirstHalfIsRevoked();
        played.trick = Trick.NONE;
        outside.issue(second);
    }

    private void assertTheFirstHalfIsRevoked() {
        outside.sweep();
        assertThat(played.reasons).hasSize(1);
        SerialNumber serial = played.reasons.keySet().iterator().next();
        assertThat(played.reasons)
                .containsEntry(serial, RevocationReason.CESSATION_OF_OPERATION.code());
        assertThat(outside.authority().status(OutsideBench.CODE, serial))
                .isInstanceOf(CertificateStatus.Revoked.class);
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_KEY, LINT, of another key, false",
        "OTHER_SUBJECT, LINT, another subject, true",
        "OTHER_ISSUER, LINT, does not lead to, true",
        "ENDS_LATER, VALIDITY, and ordered was, true",
        "ENDS_EARLIER, VALIDITY, and ordered was, true",
        "BEGINS_EARLIER, VALIDITY, and ordered was, true",
        "ANY_USE, LINT, do not fit a signing certificate, true",
        "AN_AUTHORITY, LINT, makes an authority, true"
    })
    void what_was_not_ordered_is_declined_and_revoked_if_it_is_ours(
            Trick trick, IssuanceRefusal reason, String sentence, boolean ours) {
        PairOrder order = order();
        played.plays(trick, PKIBody.TYPE_P10_CERT_REQ);
        outside.assertRefused(order, reason, sentence);
        assertThat(played.types)
                .containsExactly(PKIBody.TYPE_P10_CERT_REQ, PKIBody.TYPE_CERT_CONFIRM);
        outside.sweep();
        assertThat(played.reasons).hasSize(ours ? 1 : 0);
        played.trick = Trick.NONE;
        outside.issue(order);
    }

    @Test
    void a_key_in_escrow_must_not_sign() {
        played.plays(Trick.ANY_USE, PKIBody.TYPE_CERT_REQ);
        outside.assertRefused(order(), IssuanceRefusal.LINT, "for encryption alone");
        outside.sweep();
        assertThat(played.reasons).hasSize(2);
    }

    @Test
    void a_serial_number_comes_once() {
        outside.issue(order());
        played.plays(Trick.SERIAL_TWICE, PKIBody.TYPE_P10_CERT_REQ);
        outside.assertRefused(order(), IssuanceRefusal.LINT, "has used before");
        outside.sweep();
        assertThat(played.reasons).as("it is somebody else's by now").isEmpty();
    }

    @Test
    void an_authority_that_never_answers_is_not_waited_for_longer_than_set() {
        outside.set("answer-timeout", "PT1S").set("connect-timeout", "PT10S");
        played.plays(Trick.NEVER_ANSWER, PKIBody.TYPE_P10_CERT_REQ);
        outside.assertRefused(order(), IssuanceRefusal.UNREACHABLE, "no whole answer came within");
    }

    @Test
    void an_authority_that_is_away_leaves_no_doubt_and_the_half_that_came_is_gone_on_with()
            throws Exception {
        PairOrder order = order();
        played.plays(Trick.DENY, PKIBody.TYPE_P10_CERT_REQ);
        outside.assertRefused(order, IssuanceRefusal.DENIED, "notAuthorized \"not for you\"");
        played.close();
        PairOrder second = order();
        outside.assertRefused(second, IssuanceRefusal.UNREACHABLE, "no connection");
        assertThat(outside.told(second.id())).isEmpty();
    }

    @Test
    void an_unanswered_confirmation_ends_the_attempt() {
        PairOrder order = order();
        played.plays(Trick.HANG_UP, PKIBody.TYPE_CERT_CONFIRM);
        outside.assertRefused(order, IssuanceRefusal.UNREACHABLE, "the confirmation failed");
        assertThat(outside.told(order.id()))
                .containsExactly("outside.certificate-unwanted", "pair.outside-cut-off");
        assertTheFirstHalfIsRevoked();
        played.trick = Trick.NONE;
        outside.issue(order);
    }

    @Test
    void an_unwanted_half_is_asked_to_be_revoked_until_the_authority_answers() {
        played.plays(Trick.DENY, PKIBody.TYPE_CERT_REQ);
        outside.assertRefused(order(), IssuanceRefusal.DENIED, "notAuthorized");
        played.plays(Trick.HTTP_500, PKIBody.TYPE_REVOCATION_REQ);
        outside.sweep();
        outside.sweep();
        assertThat(played.types)
                .filteredOn(type -> type == PKIBody.TYPE_REVOCATION_REQ)
                .as("not before its time")
                .hasSize(1);
        played.plays(Trick.REVOKED_ALREADY, PKIBody.TYPE_REVOCATION_REQ);
        bench.clock.move(Duration.ofMinutes(3));
        outside.sweep();
        assertThat(outside.count("SELECT count(*) FROM outside_unwanted WHERE outcome = 'REVOKED'"))
                .isOne();
    }

    @Test
    void what_waits_is_asked_for_again() {
        played.plays(Trick.WAIT, PKIBody.TYPE_P10_CERT_REQ);
        PairOrder order = order();
        outside.set("patience", "PT0S");
        outside.assertRefused(order, IssuanceRefusal.IN_PROGRESS, "asked again");
        outside.set("patience", "PT1M");
        outside.issue(order);
        assertThat(played.types).contains(PKIBody.TYPE_POLL_REQ);
    }

    @Test
    void what_waits_for_too_long_is_given_up_with_a_doubt() {
        played.plays(Trick.WAIT, PKIBody.TYPE_P10_CERT_REQ);
        PairOrder order = order();
        outside.set("patience", "PT0S");
        outside.assertRefused(order, IssuanceRefusal.IN_PROGRESS, "asked again");
        bench.clock.move(Duration.ofDays(6));
        outside.sweep();
        assertThat(outside.told(order.id())).isEmpty();
        bench.clock.move(Duration.ofDays(2));
        outside.sweep();
        assertThat(outside.told(order.id()))
                .containsExactly("outside.certificate-may-exist", "pair.outside-cut-off");
    }

    @Test
    void keys_serve_one_order_and_an_id_one_content() {
        PairOrder order = order();
        outside.issue(order);
        PairOrder other = order();
        outside.assertRefused(
                with(other, order.signingRequest()),
                IssuanceRefusal.KEY_ALREADY_CERTIFIED,
                "belongs to another order");
        PairOrder changed =
                new PairOrder(
                        order.id(),
                        order.authority(),
                        order.subject(),
                        order.organisationCode(),
                        order.notBefore(),
                        order.notAfter(),
                        other.signingRequest(),
                        other.encryptionKey());
        assertThat(outside.authority().issuePair(changed).toString())
                .contains(IssuanceRefusal.ORDER_MISMATCH.name());
        // Nor do keys that one of our own authorities has certified.
        PairOrder local = bench.order();
        bench.issue(local);
        outside.assertRefused(
                with(other, local.signingRequest()),
                IssuanceRefusal.KEY_ALREADY_CERTIFIED,
                "belongs to another order");
    }

    private static PairOrder with(PairOrder order, byte[] request) {
        return new PairOrder(
                order.id(),
                order.authority(),
                order.subject(),
                order.organisationCode(),
                order.notBefore(),
                order.notAfter(),
                request,
                order.encryptionKey());
    }

    @Test
    void a_change_that_was_cut_off_goes_on_with_the_half_that_is_left() {
        PairOrder order = order();
        IssuedPair pair = outside.issue(order);
        var change =
                new PairStatusChange(
                        new StatusChangeId(UUID.randomUUID()),
                        order.id(),
                        new PairDeed.Revoke(RevocationReason.KEY_COMPROMISE));
        played.plays(Trick.HTTP_500, PKIBody.TYPE_REVOCATION_REQ);
        assertThatExceptionOfType(OutsideUnreachableException.class)
                .isThrownBy(() -> outside.authority().changePair(change))
                .withMessageContaining("HTTP says 500");
        played.trick = Trick.NONE;
        PairStatusOutcome done = outside.authority().changePair(change);
        assertThat(done).isInstanceOf(PairStatusOutcome.Done.class);
        assertThat(played.reasons)
                .containsEntry(pair.signSerial(), 1)
                .containsEntry(pair.encryptionSerial(), 1);
        int asked = played.types.size();
        assertThat(outside.authority().changePair(change)).isEqualTo(done);
        assertThat(played.types).hasSize(asked);
    }

    @Test
    void holds_are_asked_for_by_their_reasons_and_a_no_is_an_answer() {
        PairOrder order = order();
        IssuedPair pair = outside.issue(order);
        outside.change(order.id(), new PairDeed.Hold());
        assertThat(played.reasons).containsEntry(pair.signSerial(), 6);
        outside.change(order.id(), new PairDeed.Resume());
        assertThat(played.reasons).containsEntry(pair.encryptionSerial(), 8);
        played.plays(Trick.DENY, PKIBody.TYPE_REVOCATION_REQ);
        assertThat(outside.change(order.id(), new PairDeed.Hold()))
                .isInstanceOfSatisfying(
                        PairStatusOutcome.Denied.class,
                        denied -> assertThat(denied.detail()).contains("notAuthorized"));
        played.plays(Trick.REVOKED_ALREADY, PKIBody.TYPE_REVOCATION_REQ);
        assertThat(
                        outside.authority()
                                .revoke(
                                        OutsideBench.CODE,
                                        pair.signSerial(),
                                        RevocationReason.SUPERSEDED))
                .isInstanceOf(RevocationOutcome.Revoked.class);
        assertThat(
                        outside.authority()
                                .revoke(
                                        OutsideBench.CODE,
                                        SerialNumber.ofHex("77"),
                                        RevocationReason.SUPERSEDED))
                .isInstanceOf(RevocationOutcome.NeverIssued.class);
    }

    @Test
    void a_hold_that_finds_the_certificate_revoked_is_done_only_if_it_may_be_our_own() {
        PairOrder order = order();
        outside.issue(order);
        played.plays(Trick.REVOKED_ALREADY, PKIBody.TYPE_REVOCATION_REQ);
        assertThat(outside.change(order.id(), new PairDeed.Hold()))
                .isInstanceOf(PairStatusOutcome.Denied.class);
        PairOrder second = order();
        IssuedPair pair = outside.issue(second);
        played.plays(Trick.HANG_UP, PKIBody.TYPE_REVOCATION_REQ);
        assertThatExceptionOfType(OutsideUnreachableException.class)
                .isThrownBy(() -> outside.change(second.id(), new PairDeed.Hold()));
        played.plays(Trick.REVOKED_ALREADY, PKIBody.TYPE_REVOCATION_REQ);
        // The first half may be held by the question that was lost; about the other nothing was
        // asked.
        assertThat(outside.change(second.id(), new PairDeed.Hold()))
                .isInstanceOf(PairStatusOutcome.Denied.class);
        assertThat(outside.authority().status(OutsideBench.CODE, pair.signSerial()))
                .isInstanceOf(CertificateStatus.Held.class);
        assertThat(outside.authority().status(OutsideBench.CODE, pair.encryptionSerial()))
                .isInstanceOf(CertificateStatus.Good.class);
    }

    @Test
    void a_file_that_is_missing_is_named() throws Exception {
        Files.delete(folder.resolve("outside/trust.pem"));
        outside.assertRefused(order(), IssuanceRefusal.UNREACHABLE, "trust.pem");
    }
}
