package org.yinxin.custody;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.pki.envelope.EnvelopeSigner;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.store.journal.JdbcJournal;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.postgres.DatabaseServer;
import org.yinxin.store.postgres.EmbeddedServer;
import org.yinxin.store.postgres.Schemas;

/** A custody on a database of its own, with a wrapping key in a folder. */
final class CustodyBench implements AutoCloseable {

    // Apart, so that a process that is given another's server starts none.
    private static final class Shared {
        static final EmbeddedServer SERVER = EmbeddedServer.throwAway();
    }

    static final SecureRandom RANDOM = new SecureRandom();

    final DatabaseServer server;
    final Path folder;
    final HikariDataSource database;
    final JdbcClient jdbc;
    final WrappingKey wrappingKey;
    final Journal journal;
    final SettableClock clock = new SettableClock();

    CustodyBench(Path folder) {
        this(Shared.SERVER.createDatabase(), folder);
    }

    CustodyBench(DatabaseServer server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.database = Schemas.open(server, CustodySchema.SCHEMA);
        this.jdbc = JdbcClient.create(database);
        this.wrappingKey = key("key", WrappingAlgorithm.AES_256_GCM);
        this.journal = new JdbcJournal(jdbc, CustodySchema.SCHEMA);
    }

    /** The key in that file, which is made when there is none. */
    WrappingKey key(String name, WrappingAlgorithm algorithm) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                WrappingKey.create(file, algorithm, RANDOM);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return WrappingKey.read(file, algorithm, RANDOM);
    }

    Means means() {
        return means(Checkpoint.NONE);
    }

    Means means(Checkpoint checkpoint) {
        return means(new KeyWrapping(wrappingKey, List.of()), journal, null, checkpoint);
    }

    Means means(
            KeyWrapping wrapping,
            Journal recorded,
            @Nullable EnvelopeSigner signer,
            Checkpoint checkpoint) {
        return new Means(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                recorded,
                wrapping,
                signer,
                RANDOM,
                UUID::randomUUID,
                clock,
                checkpoint);
    }

    Custody custody() {
        return new EscrowingCustody(means());
    }

    static KeyPair sm2() {
        return KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
    }

    static EscrowId id() {
        return new EscrowId(UUID.randomUUID());
    }

    List<@Nullable String> actions() {
        return jdbc.sql("SELECT action FROM journal ORDER BY id").query(String.class).list();
    }

    long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }
}
