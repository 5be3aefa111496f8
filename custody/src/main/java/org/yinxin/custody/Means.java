package org.yinxin.custody;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.pki.envelope.EnvelopeSigner;
import org.yinxin.pki.key.Sm3;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/**
 * What everything in the custody works with.
 *
 * @param signer who signs SignedAndEnvelopedData; null where that form is not offered
 */
record Means(
        JdbcClient jdbc,
        TransactionOperations transactions,
        Journal journal,
        KeyWrapping wrapping,
        @Nullable EnvelopeSigner signer,
        SecureRandom random,
        Supplier<UUID> uuids,
        Clock clock,
        Checkpoint checkpoint) {

    EscrowedKeys keys() {
        return new EscrowedKeys(jdbc);
    }

    KeyPool pool() {
        return new KeyPool(jdbc);
    }

    <T> T inTransaction(TransactionCallback<T> work) {
        return Objects.requireNonNull(transactions.execute(work));
    }

    JournalEntry fact(String actor, String action, String subject, Map<String, String> details) {
        return new JournalEntry(clock.instant(), actor, action, subject, details);
    }

    void record(String actor, String action, String subject, Map<String, String> details) {
        journal.record(fact(actor, action, subject, details));
    }

    Optional<EnvelopeSigner> envelopeSigner() {
        return Optional.ofNullable(signer);
    }

    /** SM3 of a public key, in hexadecimal digits: how the journal names keys. */
    static String fingerprint(PublicKey key) {
        return HexFormat.of().formatHex(Sm3.digest(key.getEncoded()));
    }
}
