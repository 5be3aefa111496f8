package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;
import org.yinxin.pki.envelope.SignedAndEnvelopedKey;
import org.yinxin.pki.envelope.SkfKeyField;

/** In which forms a key leaves, and what the history tells of it. */
class ReleaseFormTest {

    @TempDir Path folder;
    private CustodyBench bench;
    private final EscrowId id = CustodyBench.id();
    private final KeyPair subscriber = CustodyBench.sm2();
    private final SigningCustody signing = SigningCustody.make();
    private PublicKey publicKey;

    @BeforeEach
    void open() {
        bench = new CustodyBench(folder);
        publicKey = bench.custody().makeEncryptionKey(id);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_blob_for_the_skf_interface_in_both_forms_of_its_field() throws Exception {
        for (SkfKeyField field : SkfKeyField.values()) {
            byte[] blob =
                    bench.custody()
                            .release(id, subscriber.getPublic(), new ReleaseForm.SkfBlob(field))
                            .encoded();
            assertThat(
                            new KeyEnvelopeEncoder.SkfBlob(field)
                                    .open(blob, subscriber.getPrivate())
                                    .getPublic())
                    .isEqualTo(publicKey);
        }
    }

    @Test
    void a_message_that_the_custody_signed() throws Exception {
        var form = new ReleaseForm.SignedAndEnveloped(signing.certify(subscriber));
        byte[] message = signing().release(id, subscriber.getPublic(), form).encoded();
        assertThat(
                        SignedAndEnvelopedKey.parse(message)
                                .open(subscriber.getPrivate(), signing.certificate())
                                .getPublic())
                .isEqualTo(publicKey);
    }

    @Test
    void refuses_a_signed_message_where_the_custody_has_no_key_to_sign_it() {
        var form = new ReleaseForm.SignedAndEnveloped(signing.certify(subscriber));
        assertThatThrownBy(() -> bench.custody().release(id, subscriber.getPublic(), form))
                .isInstanceOf(UnavailableFormException.class);
        assertThat(bench.actions()).containsExactly("encryption-key.made");
    }

    @Test
    void refuses_a_certificate_of_another_key_than_the_release_is_for() {
        var form = new ReleaseForm.SignedAndEnveloped(signing.certify(CustodyBench.sm2()));
        assertThatThrownBy(() -> signing().release(id, subscriber.getPublic(), form))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.actions()).containsExactly("encryption-key.made");
    }

    @Test
    void the_history_tells_to_whom_when_and_in_which_form() {
        for (ReleaseForm form :
                List.of(
                        new ReleaseForm.Sm2Enveloped(),
                        new ReleaseForm.SkfBlob(SkfKeyField.OCTETS_64),
                        new ReleaseForm.SignedAndEnveloped(signing.certify(subscriber)))) {
            signing().release(id, subscriber.getPublic(), form);
        }
        List<KeyEvent> history = new KeyHistory(bench.jdbc).of(id);
        assertThat(history).extracting(KeyEvent::at).containsOnly(bench.clock.instant());
        assertThat(history).extracting(KeyEvent::actor).containsOnly("hall:issuance");
        assertThat(history.getFirst().details())
                .containsEntry("publicKeySm3", Means.fingerprint(publicKey))
                .containsEntry("wrappedWith", "AES-256-GCM");
        assertThat(history.stream().skip(1))
                .allSatisfy(
                        event ->
                                assertThat(event.details())
                                        .containsEntry(
                                                "recipientSm3",
                                                Means.fingerprint(subscriber.getPublic())))
                .extracting(event -> event.details().get("form"))
                .containsExactly(
                        "SM2EnvelopedKey", "ENVELOPEDKEYBLOB/OCTETS_64", "SignedAndEnvelopedData");
        assertThat(new KeyHistory(bench.jdbc).of(CustodyBench.id())).isEmpty();
    }

    @Test
    void of_two_releases_to_different_keys_at_once_one_is_refused() {
        KeyPair faster = CustodyBench.sm2();
        var form = new ReleaseForm.Sm2Enveloped();
        Custody slow =
                new EscrowingCustody(
                        bench.means(
                                step -> {
                                    if (step == Step.ENVELOPE_SEALED) {
                                        bench.custody().release(id, faster.getPublic(), form);
                                    }
                                }));
        assertThatThrownBy(() -> slow.release(id, subscriber.getPublic(), form))
                .isInstanceOf(ReleaseRefusedException.class);
        assertThat(bench.custody().release(id, faster.getPublic(), form)).isNotNull();
        assertThat(bench.count("journal WHERE action = 'encryption-key.released'")).isEqualTo(2);
    }

    private Custody signing() {
        return new EscrowingCustody(
                bench.means(
                        new KeyWrapping(bench.wrappingKey, List.of()),
                        bench.journal,
                        signing.signer(),
                        Checkpoint.NONE));
    }
}
