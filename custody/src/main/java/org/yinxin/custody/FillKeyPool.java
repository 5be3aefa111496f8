package org.yinxin.custody;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.store.journal.JournalEntry;

/**
 * Makes key pairs ahead until as many lie ready as are wanted. It has no clock of its own: whoever wires this calls {@link
 * #fill()} at start and every minute or so. Several nodes may fill at once, and together they make no more than one would.
 */
public final class FillKeyPool {

    private static final String ACTOR = "system:custody";

    /** So many are committed together: the keys that lie ready are counted each time. */
    private static final int BATCH = 100;

    private final Means means;
    private final int level;

    /**
     * Makes a filler.
     *
     * @param level how many keys lie ready; 0 for no pool
     */
    FillKeyPool(Means means, int level) {
        this.means = means;
        this.level = level;
    }

    /** Fills the pool and answers how many keys were made. */
    public int fill() {
        return fillTo(level);
    }

    /** Fills the pool to another level this once, such as before a day on which many will come. */
    public int fillTo(int once) {
        int made = 0;
        for (int missing = missing(once); missing > 0; missing = missing(once)) {
            int added = add(make(Math.min(missing, BATCH)), once);
            if (added == 0) {
                break; // another node was faster
            }
            made += added;
        }
        return made;
    }

    private int missing(int wanted) {
        return wanted - means.pool().free(wanted);
    }

    private List<PooledKey> make(int count) {
        return Stream.generate(this::make).limit(count).toList();
    }

    private PooledKey make() {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, means.random());
        UUID id = means.uuids().get();
        return new PooledKey(id, pair.getPublic(), means.wrapping().wrap(id, pair));
    }

    /** How many of them were still wanted when they were ready. */
    private int add(List<PooledKey> ready, int level) {
        int added = means.inTransaction(_ -> addWanted(ready, level));
        means.checkpoint().reached(Step.POOL_KEY_COMMITTED);
        return added;
    }

    private int addWanted(List<PooledKey> ready, int level) {
        means.pool().lockForFilling();
        List<PooledKey> wanted = ready.subList(0, Math.clamp(missing(level), 0, ready.size()));
        if (!wanted.isEmpty()) {
            means.pool().add(wanted, means.clock().instant());
            means.journal().record(wanted.stream().map(this::made).toList());
            means.checkpoint().reached(Step.POOL_KEY_WRITTEN);
        }
        return wanted.size();
    }

    private JournalEntry made(PooledKey key) {
        return means.fact(
                ACTOR,
                "pooled-key.made",
                "pooled-key:" + key.id(),
                Map.of(
                        "publicKeySm3", Means.fingerprint(key.publicKey()),
                        "wrappedUnder", key.wrapped().under(),
                        "wrappedWith", key.wrapped().algorithm().label()));
    }
}
