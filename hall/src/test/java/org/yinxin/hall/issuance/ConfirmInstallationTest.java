package org.yinxin.hall.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;

class ConfirmInstallationTest {

    private final IssuanceRoom room = new IssuanceRoom();
    private final ConfirmInstallation confirm = room.hall.get(ConfirmInstallation.class);
    private final IssuanceRoom.Heard heard = room.hall.get(IssuanceRoom.Heard.class);
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void both_proofs_together_install_the_pair_and_tell_it_once() throws Exception {
        ProducedPair pair = IssuanceRoom.done(room.issue(room.order(id)));
        assertThat(ledgerSaysInstalled()).isFalse();
        CertificatesInstalled first =
                IssuanceRoom.done(
                        confirm.confirm(People.SUBSCRIBER, id, signature(pair), opened(pair)));
        CertificatesInstalled again =
                IssuanceRoom.done(
                        confirm.confirm(People.SUBSCRIBER, id, signature(pair), opened(pair)));
        assertThat(heard.events).containsExactly(first);
        assertThat(again.at()).isEqualTo(first.at());
        assertThat(first.signSerial()).isEqualTo(pair.signSerial());
        assertThat(ledgerSaysInstalled()).isTrue();
        assertThat(room.hall.journal())
                .containsExactly(
                        "issuance.intended", "certificate.issued", "certificate.installed");
    }

    @Test
    void one_right_proof_is_not_enough() throws Exception {
        ProducedPair pair = IssuanceRoom.done(room.issue(room.order(id)));
        assertThat(wrong(confirm.confirm(People.SUBSCRIBER, id, new byte[0], opened(pair))))
                .containsExactly("signature");
        assertThat(wrong(confirm.confirm(People.SUBSCRIBER, id, signature(pair), new byte[32])))
                .containsExactly("decrypted");
        assertThat(wrong(confirm.confirm(People.SUBSCRIBER, id, new byte[3], new byte[0])))
                .containsExactly("signature", "decrypted");
        byte[] strange =
                new SoftwareSigningKey(KeyPairs.generate(KeyAlgorithm.SM2, IssuanceRoom.RANDOM))
                        .sign(pair.toSign());
        assertThat(wrong(confirm.confirm(People.SUBSCRIBER, id, strange, opened(pair))))
                .containsExactly("signature");
        assertThat(heard.events).isEmpty();
        assertThat(ledgerSaysInstalled()).isFalse();
    }

    @Test
    void wrong_proofs_stay_wrong_after_the_right_ones() throws Exception {
        ProducedPair pair = IssuanceRoom.done(room.issue(room.order(id)));
        IssuanceRoom.done(confirm.confirm(People.SUBSCRIBER, id, signature(pair), opened(pair)));
        assertThat(
                        IssuanceRoom.refused(
                                confirm.confirm(
                                        People.SUBSCRIBER, id, signature(pair), new byte[1])))
                .isEqualTo(IssuanceError.PROOF_WRONG);
    }

    @Test
    void the_proof_of_one_order_proves_no_other() throws Exception {
        ProducedPair pair = IssuanceRoom.done(room.issue(room.order(id)));
        ProducedPair other = room.issueFor("2611-0000-0002", People.SUBSCRIBER.account(), "星河");
        assertThat(
                        wrong(
                                confirm.confirm(
                                        People.SUBSCRIBER,
                                        other.id(),
                                        signature(pair),
                                        opened(pair))))
                .containsExactly("signature", "decrypted");
    }

    @Test
    void refuses_what_is_absent_foreign_or_not_issued() throws Exception {
        assertThat(
                        IssuanceRoom.refused(
                                confirm.confirm(
                                        People.SUBSCRIBER,
                                        UUID.randomUUID(),
                                        new byte[0],
                                        new byte[0])))
                .isEqualTo(IssuanceError.NO_SUCH_ORDER);
        room.authority.refusal = IssuanceRefusal.LINT;
        room.issue(room.order(id));
        assertThat(
                        IssuanceRoom.refused(
                                confirm.confirm(People.SUBSCRIBER, id, new byte[0], new byte[0])))
                .isEqualTo(IssuanceError.NOT_ISSUED);
        room.authority.refusal = null;
        UUID next = UUID.randomUUID();
        ProducedPair pair = IssuanceRoom.done(room.issue(room.order(next)));
        Actor stranger = new Actor.Subscriber(new AccountId(UUID.randomUUID()), "199****0002");
        assertThat(
                        IssuanceRoom.refused(
                                confirm.confirm(stranger, next, signature(pair), opened(pair))))
                .isEqualTo(IssuanceError.NO_SUCH_ORDER);
        assertThat(
                        IssuanceRoom.refused(
                                confirm.confirm(
                                        People.ENTRY_OFFICER, next, signature(pair), opened(pair))))
                .isEqualTo(IssuanceError.NO_SUCH_ORDER);
        IssuanceRoom.done(confirm.confirm(People.PRODUCER, next, signature(pair), opened(pair)));
    }

    private byte[] signature(ProducedPair pair) {
        return new SoftwareSigningKey(room.signing).sign(pair.toSign());
    }

    private byte[] opened(ProducedPair pair) throws Exception {
        var encryption = Sm2EnvelopedKey.parse(pair.envelope()).open(room.signing.getPrivate());
        return Sm2Encryption.decrypt(encryption.getPrivate(), pair.encrypted());
    }

    private boolean ledgerSaysInstalled() {
        return room.hall.get(CertificateLedger.class).pair(id).stream()
                .allMatch(entry -> entry.installedAt() != null);
    }

    private static java.util.List<String> wrong(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new AssertionError("done");
            case Outcome.Refused<?>(var refusal) -> {
                assertThat(refusal.code()).isEqualTo(IssuanceError.PROOF_WRONG);
                yield refusal.violations().stream().map(Violation::field).toList();
            }
        };
    }
}
