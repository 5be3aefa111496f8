package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.journal.Journal;

class EscrowingCustodyTest {

    private static final ReleaseForm FORM = new ReleaseForm.Sm2Enveloped();
    private static final KeyPair SUBSCRIBER = CustodyBench.sm2();

    @TempDir Path folder;
    private CustodyBench bench;
    private JdbcClient jdbc;
    private Custody custody;

    private final EscrowId id = new EscrowId(UUID.randomUUID());

    @BeforeEach
    void open() {
        bench = new CustodyBench(folder);
        jdbc = bench.jdbc;
        custody = bench.custody();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void asked_again_for_one_id_it_answers_the_same_key_and_makes_nothing() {
        PublicKey first = custody.makeEncryptionKey(id);
        assertThat(PublicKeys.algorithmOf(first)).isEqualTo(KeyAlgorithm.SM2);
        assertThat(custody.makeEncryptionKey(id)).isEqualTo(first);
        assertThat(custody.makeEncryptionKey(new EscrowId(UUID.randomUUID()))).isNotEqualTo(first);
        assertThat(actions()).containsExactly("encryption-key.made", "encryption-key.made");
    }

    @Test
    void asked_by_many_at_once_it_makes_one_key() throws Exception {
        List<Callable<PublicKey>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> custody.makeEncryptionKey(id));
        }
        Set<PublicKey> keys = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PublicKey> key : threads.invokeAll(calls)) {
                keys.add(key.get());
            }
        }
        assertThat(keys).hasSize(1);
        assertThat(actions()).containsExactly("encryption-key.made");
    }

    @Test
    void releases_the_private_key_to_the_holder_of_the_signing_key_alone() throws Exception {
        PublicKey publicKey = custody.makeEncryptionKey(id);
        var envelope = custody.release(id, SUBSCRIBER.getPublic(), FORM);
        assertThat(opened(envelope).getPublic()).isEqualTo(publicKey);
        KeyPair stranger = CustodyBench.sm2();
        assertThatThrownBy(
                        () ->
                                new KeyEnvelopeEncoder.Sm2Enveloped()
                                        .open(envelope.encoded(), stranger.getPrivate()))
                .isInstanceOf(EnvelopeException.class);
        assertThat(actions()).containsExactly("encryption-key.made", "encryption-key.released");
    }

    @Test
    void releases_again_to_the_same_signing_key_and_records_it_again() throws Exception {
        custody.makeEncryptionKey(id);
        var first = custody.release(id, SUBSCRIBER.getPublic(), FORM);
        var second = custody.release(id, SUBSCRIBER.getPublic(), FORM);
        assertThat(second.encoded()).isNotEqualTo(first.encoded());
        assertThat(opened(second).getPrivate()).isEqualTo(opened(first).getPrivate());
        assertThat(actions()).filteredOn("encryption-key.released"::equals).hasSize(2);
    }

    @Test
    void refuses_to_release_to_another_signing_key_later() {
        custody.makeEncryptionKey(id);
        custody.release(id, SUBSCRIBER.getPublic(), FORM);
        PublicKey stranger = CustodyBench.sm2().getPublic();
        assertThatThrownBy(() -> custody.release(id, stranger, FORM))
                .isInstanceOf(ReleaseRefusedException.class);
        assertThat(actions()).filteredOn("encryption-key.released"::equals).hasSize(1);
    }

    @Test
    void refuses_to_release_what_it_does_not_have_or_to_a_key_that_is_not_sm2() {
        assertThatThrownBy(() -> custody.release(id, SUBSCRIBER.getPublic(), FORM))
                .isInstanceOf(UnknownEscrowException.class);
        custody.makeEncryptionKey(id);
        PublicKey p256 = KeyPairs.generate(KeyAlgorithm.P256, CustodyBench.RANDOM).getPublic();
        assertThatThrownBy(() -> custody.release(id, p256, FORM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(actions()).containsExactly("encryption-key.made");
    }

    @Test
    void makes_no_key_when_the_journal_cannot_record_it() {
        Journal broken =
                _ -> {
                    throw new IllegalStateException("the journal is full");
                };
        Custody unrecorded = custodyWith(new KeyWrapping(bench.wrappingKey, List.of()), broken);
        assertThatThrownBy(() -> unrecorded.makeEncryptionKey(id)).hasMessageContaining("full");
        assertThat(rows()).isZero();
    }

    @Test
    void a_wrapped_key_is_tied_to_its_row() {
        custody.makeEncryptionKey(id);
        EscrowId other = new EscrowId(UUID.randomUUID());
        custody.makeEncryptionKey(other);
        jdbc.sql(
                        """
                        UPDATE escrowed_key SET wrapped_private_key =
                            (SELECT wrapped_private_key FROM escrowed_key WHERE id = :other)
                        WHERE id = :id
                        """)
                .param("other", other.value())
                .param("id", id.value())
                .update();
        assertThatThrownBy(() -> custody.release(id, SUBSCRIBER.getPublic(), FORM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void another_wrapping_key_opens_nothing() throws Exception {
        custody.makeEncryptionKey(id);
        WrappingKey key = bench.key("other", WrappingAlgorithm.AES_256_GCM);
        Custody other = custodyWith(new KeyWrapping(key, List.of()), bench.journal);
        assertThatThrownBy(() -> other.release(id, SUBSCRIBER.getPublic(), FORM))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_database_itself_keeps_keys_from_being_removed_or_exchanged() {
        custody.makeEncryptionKey(id);
        custody.release(id, SUBSCRIBER.getPublic(), FORM);
        for (String attack :
                List.of(
                        "DELETE FROM escrowed_key",
                        "UPDATE escrowed_key SET public_key = '\\x00'",
                        "UPDATE escrowed_key SET released_to = NULL, first_released_at = NULL")) {
            assertThatThrownBy(() -> jdbc.sql(attack).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(rows()).isOne();
    }

    @Test
    void no_private_number_lies_open_in_the_database() throws Exception {
        custody.makeEncryptionKey(id);
        var opened = opened(custody.release(id, SUBSCRIBER.getPublic(), FORM));
        String secret =
                java.util.HexFormat.of()
                        .formatHex(PublicKeys.sm2PrivateNumber(opened.getPrivate()));
        List<@Nullable String> everything =
                jdbc.sql(
                                """
                                SELECT escrowed_key::text FROM escrowed_key
                                UNION ALL SELECT journal::text FROM journal
                                """)
                        .query(String.class)
                        .list();
        assertThat(everything).hasSize(3).noneMatch(row -> String.valueOf(row).contains(secret));
    }

    private Custody custodyWith(KeyWrapping wrapping, Journal journal) {
        return new EscrowingCustody(bench.means(wrapping, journal, null, Checkpoint.NONE));
    }

    private List<@Nullable String> actions() {
        return bench.actions();
    }

    private static KeyPair opened(KeyEnvelope envelope) throws EnvelopeException {
        return new KeyEnvelopeEncoder.Sm2Enveloped()
                .open(envelope.encoded(), SUBSCRIBER.getPrivate());
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM escrowed_key").query(Long.class).single();
    }
}
