package org.yinxin.custody;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionStatus;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.store.commit.GroupCommit;
import org.yinxin.store.journal.JournalEntry;

/**
 * Puts a key into escrow for an id: one from the pool, or a new one. Ids that are asked for at about the same time share the
 * two transactions that this takes, and nobody wraps a key inside of them.
 */
final class EscrowKeys {

    /** A key on its way into escrow, and what it was in the pool, if it comes from there. */
    private record Ready(EscrowedKey key, @Nullable PooledKey pooled) {

        Optional<PooledKey> fromPool() {
            return Optional.ofNullable(pooled);
        }
    }

    private static final int MOST_TOGETHER = 32;

    private final Means means;
    private final EscrowedKeys keys;
    private final KeyPool pool;
    private final GroupCommit<EscrowId, Optional<PooledKey>> taking =
            new GroupCommit<>(MOST_TOGETHER, this::take);
    private final GroupCommit<Ready, Boolean> keeping =
            new GroupCommit<>(MOST_TOGETHER, this::keep);

    EscrowKeys(Means means) {
        this.means = means;
        this.keys = means.keys();
        this.pool = means.pool();
    }

    PublicKey escrow(EscrowId id) {
        Optional<PooledKey> taken = taking.ask(id);
        return taken.isPresent()
                ? keep(id, taken.get())
                : keys.find(id)
                        .map(EscrowedKey::publicKey)
                        .orElseGet(() -> keep(id, pool.takenFor(id).orElse(null)));
    }

    private Optional<List<Optional<PooledKey>>> take(List<EscrowId> ids) {
        try {
            Map<EscrowId, PooledKey> taken = pool.take(ids);
            return Optional.of(ids.stream().map(id -> Optional.ofNullable(taken.get(id))).toList());
        } catch (DuplicateKeyException e) {
            // Another has just taken one for the same id, and that one will do.
            return ids.size() == 1 ? Optional.of(List.of(Optional.empty())) : Optional.empty();
        }
    }

    private PublicKey keep(EscrowId id, @Nullable PooledKey pooled) {
        means.checkpoint().reached(Step.POOLED_KEY_TAKEN);
        EscrowedKey key = pooled == null ? make(id) : move(id, pooled);
        means.checkpoint().reached(Step.KEY_WRAPPED);
        boolean kept = keeping.ask(new Ready(key, pooled));
        means.checkpoint().reached(Step.KEY_COMMITTED);
        // If not, somebody was faster by a moment, and theirs is the key of this id.
        return kept ? key.publicKey() : keys.find(id).orElseThrow().publicKey();
    }

    private EscrowedKey make(EscrowId id) {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, means.random());
        return new EscrowedKey(id, pair.getPublic(), means.wrapping().wrap(id.value(), pair), null);
    }

    // Wrapped anew, because a wrapped key is tied to the id of its row.
    private EscrowedKey move(EscrowId id, PooledKey pooled) {
        return new EscrowedKey(
                id,
                pooled.publicKey(),
                means.wrapping()
                        .rewrap(pooled.id(), id.value(), pooled.publicKey(), pooled.wrapped()),
                null);
    }

    private Optional<List<Boolean>> keep(List<Ready> ready) {
        return Objects.requireNonNull(means.transactions().execute(status -> keep(ready, status)));
    }

    private Optional<List<Boolean>> keep(List<Ready> ready, TransactionStatus status) {
        if (keys.add(ready.stream().map(Ready::key).toList(), means.clock().instant())
                != ready.size()) {
            if (ready.size() > 1) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            Ready late = ready.getFirst();
            late.fromPool().ifPresent(each -> pool.putBack(each.id(), late.key().id()));
            return Optional.of(List.of(false));
        }
        pool.remove(ready.stream().flatMap(each -> each.fromPool().stream()).toList());
        means.journal().record(ready.stream().map(this::fact).toList());
        means.checkpoint().reached(Step.KEY_WRITTEN);
        return Optional.of(ready.stream().map(_ -> true).toList());
    }

    private JournalEntry fact(Ready ready) {
        EscrowedKey key = ready.key();
        Map<String, String> details = new HashMap<>();
        details.put("publicKeySm3", Means.fingerprint(key.publicKey()));
        details.put("wrappedUnder", key.wrapped().under());
        details.put("wrappedWith", key.wrapped().algorithm().label());
        ready.fromPool().ifPresent(each -> details.put("pooledKey", each.id().toString()));
        return means.fact(
                EscrowingCustody.ACTOR, "encryption-key.made", "escrow:" + key.id(), details);
    }
}
