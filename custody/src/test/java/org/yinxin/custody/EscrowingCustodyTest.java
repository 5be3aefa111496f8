package org.yinxin.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

class EscrowingCustodyTest {

    private static final EmbeddedServer SERVER = EmbeddedServer.throwAway();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair SUBSCRIBER = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);

    @TempDir Path folder;
    private HikariDataSource database;
    private JdbcClient jdbc;
    private WrappingKey wrappingKey;
    private Custody custody;

    private final EscrowId id = new EscrowId(UUID.randomUUID());

    @BeforeEach
    void open() throws Exception {
        database = Schemas.open(SERVER.createDatabase(), CustodySchema.SCHEMA);
        jdbc = JdbcClient.create(database);
        WrappingKey.create(folder.resolve("key"), RANDOM);
        wrappingKey = WrappingKey.read(folder.resolve("key"), RANDOM);
        custody = custodyWith(wrappingKey, new JdbcJournal(jdbc, CustodySchema.SCHEMA));
    }

    @AfterEach
    void close() {
        database.close();
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
        var envelope = custody.release(id, SUBSCRIBER.getPublic());
        assertThat(envelope.publicKey()).isEqualTo(publicKey);
        assertThat(envelope.open(SUBSCRIBER.getPrivate()).getPublic()).isEqualTo(publicKey);
        KeyPair stranger = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        assertThatThrownBy(() -> envelope.open(stranger.getPrivate()))
                .isInstanceOf(EnvelopeException.class);
        assertThat(actions()).containsExactly("encryption-key.made", "encryption-key.released");
    }

    @Test
    void releases_again_to_the_same_signing_key_and_records_it_again() throws Exception {
        custody.makeEncryptionKey(id);
        var first = custody.release(id, SUBSCRIBER.getPublic());
        var second = custody.release(id, SUBSCRIBER.getPublic());
        assertThat(second.encoded()).isNotEqualTo(first.encoded());
        assertThat(second.open(SUBSCRIBER.getPrivate()).getPrivate())
                .isEqualTo(first.open(SUBSCRIBER.getPrivate()).getPrivate());
        assertThat(actions()).filteredOn("encryption-key.released"::equals).hasSize(2);
    }

    @Test
    void refuses_to_release_to_another_signing_key_later() {
        custody.makeEncryptionKey(id);
        custody.release(id, SUBSCRIBER.getPublic());
        PublicKey stranger = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM).getPublic();
        assertThatThrownBy(() -> custody.release(id, stranger))
                .isInstanceOf(ReleaseRefusedException.class);
        assertThat(actions()).filteredOn("encryption-key.released"::equals).hasSize(1);
    }

    @Test
    void refuses_to_release_what_it_does_not_have_or_to_a_key_that_is_not_sm2() {
        assertThatThrownBy(() -> custody.release(id, SUBSCRIBER.getPublic()))
                .isInstanceOf(UnknownEscrowException.class);
        custody.makeEncryptionKey(id);
        PublicKey p256 = KeyPairs.generate(KeyAlgorithm.P256, RANDOM).getPublic();
        assertThatThrownBy(() -> custody.release(id, p256))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(actions()).containsExactly("encryption-key.made");
    }

    @Test
    void makes_no_key_when_the_journal_cannot_record_it() {
        Journal broken =
                _ -> {
                    throw new IllegalStateException("the journal is full");
                };
        Custody unrecorded = custodyWith(wrappingKey, broken);
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
        assertThatThrownBy(() -> custody.release(id, SUBSCRIBER.getPublic()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void another_wrapping_key_opens_nothing() throws Exception {
        custody.makeEncryptionKey(id);
        WrappingKey.create(folder.resolve("other"), RANDOM);
        Custody other =
                custodyWith(
                        WrappingKey.read(folder.resolve("other"), RANDOM),
                        new JdbcJournal(jdbc, CustodySchema.SCHEMA));
        assertThatThrownBy(() -> other.release(id, SUBSCRIBER.getPublic()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_database_itself_keeps_keys_from_being_removed_or_exchanged() {
        custody.makeEncryptionKey(id);
        custody.release(id, SUBSCRIBER.getPublic());
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
        var opened = custody.release(id, SUBSCRIBER.getPublic()).open(SUBSCRIBER.getPrivate());
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

    private Custody custodyWith(WrappingKey key, Journal journal) {
        return new EscrowingCustody(
                new EscrowedKeys(jdbc),
                key,
                journal,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                RANDOM,
                Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneOffset.UTC));
    }

    private List<@Nullable String> actions() {
        return jdbc.sql("SELECT action FROM journal ORDER BY id").query(String.class).list();
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM escrowed_key").query(Long.class).single();
    }
}
