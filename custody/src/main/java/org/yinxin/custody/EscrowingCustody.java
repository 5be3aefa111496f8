package org.yinxin.custody;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.Sm3;
import org.yinxin.store.journal.Journal;
import org.yinxin.store.journal.JournalEntry;

/** Keys in escrow in the custody's own schema, each fact in the journal in the same transaction. */
final class EscrowingCustody implements Custody {

    private static final String ACTOR = "hall:issuance";

    private final EscrowedKeys keys;
    private final WrappingKey wrappingKey;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final SecureRandom random;
    private final Clock clock;

    EscrowingCustody(
            EscrowedKeys keys,
            WrappingKey wrappingKey,
            Journal journal,
            TransactionOperations transactions,
            SecureRandom random,
            Clock clock) {
        this.keys = keys;
        this.wrappingKey = wrappingKey;
        this.journal = journal;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public PublicKey makeEncryptionKey(EscrowId id) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ ->
                                keys.find(id)
                                        .map(EscrowedKey::publicKey)
                                        .orElseGet(() -> makeAndKeep(id))));
    }

    private PublicKey makeAndKeep(EscrowId id) {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, random);
        Instant now = clock.instant();
        byte[] secret = PublicKeys.sm2PrivateNumber(pair.getPrivate());
        EscrowedKey made =
                new EscrowedKey(
                        id,
                        pair.getPublic(),
                        wrappingKey.wrap(secret, bound(id, pair.getPublic())),
                        wrappingKey.fingerprint(),
                        null);
        Arrays.fill(secret, (byte) 0);
        if (!keys.add(made, now)) {
            // Somebody was faster by a moment; theirs is the key of this id.
            return find(id).publicKey();
        }
        journal.record(
                new JournalEntry(
                        now,
                        ACTOR,
                        "encryption-key.made",
                        "escrow:" + id,
                        Map.of(
                                "publicKeySm3", fingerprint(pair.getPublic()),
                                "wrappedUnder", wrappingKey.fingerprint())));
        return pair.getPublic();
    }

    private EscrowedKey find(EscrowId id) {
        return keys.find(id).orElseThrow(() -> new UnknownEscrowException(id));
    }

    @Override
    public Sm2EnvelopedKey release(EscrowId id, PublicKey recipientSigningKey) {
        return Objects.requireNonNull(
                transactions.execute(_ -> releaseAndRecord(id, recipientSigningKey)));
    }

    private Sm2EnvelopedKey releaseAndRecord(EscrowId id, PublicKey recipient) {
        EscrowedKey key = keys.findForUpdate(id).orElseThrow(() -> new UnknownEscrowException(id));
        byte[] to = Sm3.digest(recipient.getEncoded());
        if (key.releasedTo() != null && !Arrays.equals(key.releasedTo(), to)) {
            throw new ReleaseRefusedException(id);
        }
        Sm2EnvelopedKey envelope = seal(key, recipient);
        Instant now = clock.instant();
        keys.markReleased(id, to, now);
        journal.record(
                new JournalEntry(
                        now,
                        ACTOR,
                        "encryption-key.released",
                        "escrow:" + id,
                        Map.of("recipientSm3", HexFormat.of().formatHex(to))));
        return envelope;
    }

    private Sm2EnvelopedKey seal(EscrowedKey key, PublicKey recipient) {
        byte[] secret =
                wrappingKey.unwrap(key.wrappedPrivateKey(), bound(key.id(), key.publicKey()));
        try {
            KeyPair pair = KeyPairs.sm2(new BigInteger(1, secret));
            if (!pair.getPublic().equals(key.publicKey())) {
                throw new IllegalStateException("the halves of " + key.id() + " do not match");
            }
            return Sm2EnvelopedKey.seal(recipient, pair, random);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** What a wrapped key is tied to, so that rows cannot be exchanged for one another. */
    private static byte[] bound(EscrowId id, PublicKey publicKey) {
        byte[] key = publicKey.getEncoded();
        return ByteBuffer.allocate(16 + key.length)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(key)
                .array();
    }

    private static String fingerprint(PublicKey key) {
        return HexFormat.of().formatHex(Sm3.digest(key.getEncoded()));
    }
}
