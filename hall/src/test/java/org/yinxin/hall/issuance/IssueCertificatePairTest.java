package org.yinxin.hall.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.SubjectKind;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

class IssueCertificatePairTest {

    private final IssuanceRoom room = new IssuanceRoom();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void issues_a_pair_with_an_envelope_that_the_signing_key_opens() throws Exception {
        ProducedPair pair = IssuanceRoom.done(room.issue(room.order(id)));
        var opened = Sm2EnvelopedKey.parse(pair.envelope()).open(room.signing.getPrivate());
        assertThat(opened).isNotNull();
        assertThat(pair.signSerial()).isNotEqualTo(pair.encryptionSerial());
        assertThat(pair.chain()).hasSize(2);
        assertThat(room.hall.journal()).containsExactly("issuance.intended", "certificate.issued");
        assertThat(room.hall.get(ReadIssuance.class).ofCase(new CaseNumber("2611-7K4M-9QTX")))
                .contains(id);
    }

    /** The end of an order is the one that was committed first, whenever and with whatever end it is asked for again. */
    @Test
    void ends_when_the_order_says_so_and_stays_with_the_first_end() {
        Instant end = room.hall.clock().instant().plus(Duration.ofDays(500));
        ProducedPair first = IssuanceRoom.done(room.issue(until(end.plusMillis(999))));
        assertThat(ledger(id).notAfter()).isEqualTo(end.truncatedTo(ChronoUnit.SECONDS));
        room.hall.clock().advance(Duration.ofDays(1));
        ProducedPair again = IssuanceRoom.done(room.issue(until(end.plus(Duration.ofDays(1)))));
        assertThat(again.signSerial()).isEqualTo(first.signSerial());
        assertThat(ledger(id).notAfter()).isEqualTo(end.truncatedTo(ChronoUnit.SECONDS));
    }

    private final byte[] request = IssuanceRoom.request(room.signing);

    private IssuanceOrder until(Instant end) {
        IssuanceOrder order = room.order(id, "2611-7K4M-9QTX", request);
        return new IssuanceOrder(
                id,
                order.caseNumber(),
                order.holder(),
                order.authority(),
                order.kind(),
                order.subject(),
                order.years(),
                end,
                order.signingRequest());
    }

    @Test
    void orders_for_whom_it_was_approved_and_stays_with_it() {
        IssuanceRoom.done(room.issue(of(SubjectKind.NATURAL_PERSON)));
        PairOrder ordered = room.authority.ordered(new PairOrderId(id));
        assertThat(ordered.kind()).isEqualTo(SubjectKind.NATURAL_PERSON);
        assertThat(ordered.identity()).isNull();
        IssuanceRoom.done(room.issue(of(SubjectKind.NATURAL_PERSON)));
        assertThat(IssuanceRoom.refused(room.issue(of(SubjectKind.ORGANISATION))))
                .isEqualTo(IssuanceError.ANOTHER_ORDER);
        assertThat(room.hall.get(ReadIssuance.class).ordered(id))
                .hasValueSatisfying(
                        read -> assertThat(read.kind()).isEqualTo(SubjectKind.NATURAL_PERSON));
    }

    private IssuanceOrder of(SubjectKind kind) {
        IssuanceOrder order = room.order(id, "2611-7K4M-9QTX", request);
        return new IssuanceOrder(
                id,
                order.caseNumber(),
                order.holder(),
                order.authority(),
                kind,
                order.subject(),
                order.years(),
                null,
                order.signingRequest());
    }

    @Test
    void what_no_profile_is_for_is_refused() {
        room.authority.refusal = IssuanceRefusal.PROFILE;
        assertThat(IssuanceRoom.refused(room.issue(room.order(id))))
                .isEqualTo(IssuanceError.AUTHORITY_REFUSED);
    }

    private LedgerEntry ledger(UUID pair) {
        return room.hall.get(CertificateLedger.class).pair(pair).getFirst();
    }

    @Test
    void pem_and_der_of_one_request_are_the_same_order() {
        IssuanceOrder order = room.order(id);
        ProducedPair first = IssuanceRoom.done(room.issue(order));
        byte[] pem =
                SigningRequests.toPem(order.signingRequest()).getBytes(StandardCharsets.US_ASCII);
        ProducedPair again = IssuanceRoom.done(room.issue(room.order(id, "2611-7K4M-9QTX", pem)));
        assertThat(again.signSerial()).isEqualTo(first.signSerial());
        assertThat(room.hall.get(ReadIssuance.class).begunRequest(order.caseNumber()))
                .contains(order.signingRequest());
    }

    @Test
    void every_interruption_is_gone_on_with_and_never_makes_a_second_pair() {
        List<Consumer<IssuanceRoom>> interruptions =
                List.of(
                        one -> one.custody.making.nextBefore(),
                        one -> one.custody.making.nextAfter(),
                        one -> one.authority.crashes.nextBefore(),
                        one -> one.authority.crashes.nextAfter(),
                        one -> one.custody.releasing.nextBefore(),
                        one -> one.custody.releasing.nextAfter());
        IssuanceOrder order = room.order(id);
        for (Consumer<IssuanceRoom> interruption : interruptions) {
            interruption.accept(room);
            assertThatThrownBy(() -> room.issue(order)).isInstanceOf(Crashes.Crash.class);
            assertThat(rows("SELECT count(*) FROM certificate")).isZero();
        }
        ProducedPair pair = IssuanceRoom.done(room.issue(order));
        ProducedPair again = IssuanceRoom.done(room.issue(order));
        assertThat(again.signSerial()).isEqualTo(pair.signSerial());
        assertThat(again.encryptionSerial()).isEqualTo(pair.encryptionSerial());
        assertThat(again.envelope()).isEqualTo(pair.envelope());
        assertThat(again.toSign()).isEqualTo(pair.toSign());
        assertThat(again.encrypted()).isEqualTo(pair.encrypted());
        assertThat(room.authority.issued()).isOne();
        assertThat(room.custody.made()).isOne();
        assertThat(rows("SELECT count(*) FROM certificate")).isEqualTo(2);
        assertThat(room.hall.journal()).containsExactly("issuance.intended", "certificate.issued");
    }

    @Test
    void a_pair_is_written_down_whole_or_not_at_all() {
        IssuanceOrder order = room.order(id);
        room.hall.jdbc().sql("ALTER TABLE journal RENAME TO away").update();
        assertThatThrownBy(() -> room.issue(order)).isInstanceOf(DataAccessException.class);
        assertThat(rows("SELECT count(*) FROM issuance")).isZero();
        room.hall.jdbc().sql("ALTER TABLE away RENAME TO journal").update();
        room.hall
                .jdbc()
                .sql("ALTER TABLE certificate ADD CONSTRAINT broken CHECK (use <> 'ENCRYPT')")
                .update();
        assertThatThrownBy(() -> room.issue(order)).isInstanceOf(DataAccessException.class);
        assertThat(rows("SELECT count(*) FROM certificate")).isZero();
        room.hall.jdbc().sql("ALTER TABLE certificate DROP CONSTRAINT broken").update();
        IssuanceRoom.done(room.issue(order));
        assertThat(rows("SELECT count(*) FROM certificate")).isEqualTo(2);
        assertThat(room.authority.issued()).isOne();
    }

    @Test
    void refuses_another_request_or_other_content_under_a_begun_order() {
        IssuanceOrder order = room.order(id);
        IssuanceRoom.done(room.issue(order));
        KeyPair other = KeyPairs.generate(KeyAlgorithm.SM2, IssuanceRoom.RANDOM);
        byte[] otherRequest = IssuanceRoom.request(other);
        assertThat(IssuanceRoom.refused(room.issue(room.order(id, "2611-7K4M-9QTX", otherRequest))))
                .isEqualTo(IssuanceError.ANOTHER_REQUEST);
        assertThat(
                        IssuanceRoom.refused(
                                room.issue(
                                        room.order(id, "2611-7K4M-9QTY", order.signingRequest()))))
                .isEqualTo(IssuanceError.ANOTHER_ORDER);
        assertThat(
                        IssuanceRoom.refused(
                                room.issue(
                                        room.order(
                                                UUID.randomUUID(),
                                                "2611-7K4M-9QTX",
                                                otherRequest))))
                .as("a case has one order")
                .isEqualTo(IssuanceError.ANOTHER_ORDER);
        assertThat(room.authority.issued()).isOne();
    }

    @Test
    void refuses_requests_that_prove_nothing_before_anything_is_begun() {
        byte[] broken = IssuanceRoom.request(room.signing);
        broken[broken.length - 1] ^= 1;
        byte[] p256 =
                IssuanceRoom.request(KeyPairs.generate(KeyAlgorithm.P256, IssuanceRoom.RANDOM));
        String number = "2611-7K4M-9QTX";
        assertThat(IssuanceRoom.refused(room.issue(room.order(id, number, broken))))
                .isEqualTo(IssuanceError.REQUEST_SIGNATURE);
        assertThat(IssuanceRoom.refused(room.issue(room.order(id, number, p256))))
                .isEqualTo(IssuanceError.KEY_UNSUPPORTED);
        assertThat(IssuanceRoom.refused(room.issue(room.order(id, number, new byte[3]))))
                .isEqualTo(IssuanceError.REQUEST_MALFORMED);
        assertThat(rows("SELECT count(*) FROM issuance")).isZero();
    }

    @Test
    void refuses_a_subject_that_no_certificate_can_carry() {
        IssuanceOrder order = room.order(id);
        String tooLong = "长".repeat(65);
        IssuanceOrder unfit =
                new IssuanceOrder(
                        id,
                        order.caseNumber(),
                        order.holder(),
                        order.authority(),
                        new CertificateSubject("CN", null, null, tooLong, tooLong, null),
                        1,
                        order.signingRequest());
        assertThat(IssuanceRoom.refused(room.issue(unfit))).isEqualTo(IssuanceError.SUBJECT_UNFIT);
        assertThatThrownBy(
                        () ->
                                new IssuanceOrder(
                                        id,
                                        order.caseNumber(),
                                        order.holder(),
                                        order.authority(),
                                        order.subject(),
                                        0,
                                        order.signingRequest()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_holder_and_producers_may_have_it_issued() {
        IssueCertificatePair issue = room.hall.get(IssueCertificatePair.class);
        IssuanceOrder order = room.order(id);
        Actor stranger = new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0002");
        for (Actor actor :
                List.of(
                        stranger,
                        People.ENTRY_OFFICER,
                        People.ADMINISTRATOR,
                        new Actor.Hall("x"))) {
            assertThat(IssuanceRoom.refused(issue.issue(actor, order)))
                    .isEqualTo(IssuanceError.NO_SUCH_ORDER);
        }
        IssuanceRoom.done(issue.issue(People.PRODUCER, order));
    }

    @ParameterizedTest
    @EnumSource(IssuanceRefusal.class)
    void a_refusal_of_the_authority_closes_the_order_unless_it_only_needs_time(
            IssuanceRefusal reason) {
        IssuanceOrder order = room.order(id);
        room.authority.refusal = reason;
        var error = IssuanceRoom.refused(room.issue(order));
        room.authority.refusal = null;
        if (reason == IssuanceRefusal.IN_PROGRESS || reason == IssuanceRefusal.UNREACHABLE) {
            assertThat(error)
                    .isEqualTo(
                            reason == IssuanceRefusal.IN_PROGRESS
                                    ? IssuanceError.IN_PROGRESS
                                    : IssuanceError.AUTHORITY_AWAY);
            IssuanceRoom.done(room.issue(order));
            return;
        }
        assertThat(IssuanceRoom.refused(room.issue(order))).isEqualTo(error);
        assertThat(room.hall.journal()).containsExactly("issuance.intended", "issuance.refused");
        IssuanceRoom.done(room.issue(room.order(UUID.randomUUID())));
    }

    @Test
    void a_custody_whose_device_does_not_answer_costs_a_while_and_not_the_order() {
        IssuanceOrder order = room.order(id);
        room.custody.away = true;
        assertThat(IssuanceRoom.refused(room.issue(order))).isEqualTo(IssuanceError.AUTHORITY_AWAY);
        room.custody.away = false;
        IssuanceRoom.done(room.issue(order));
    }

    @Test
    void a_key_that_has_a_certificate_gets_no_other() {
        IssuanceRoom.done(room.issue(room.order(id)));
        assertThat(
                        IssuanceRoom.refused(
                                room.issue(
                                        room.order(
                                                UUID.randomUUID(),
                                                "2611-0000-0002",
                                                IssuanceRoom.request(room.signing)))))
                .isEqualTo(IssuanceError.KEY_ALREADY_CERTIFIED);
    }

    @Test
    void does_not_take_certificates_that_were_not_ordered() {
        room.authority.otherSubject = new SubjectName("CN", null, null, "别家", List.of(), "别家");
        assertThatThrownBy(() -> room.issue(room.order(id)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one that was ordered");
        assertThat(rows("SELECT count(*) FROM certificate")).isZero();
    }

    private long rows(String sql) {
        return room.hall.jdbc().sql(sql).query((row, _) -> row.getLong(1)).single();
    }
}
