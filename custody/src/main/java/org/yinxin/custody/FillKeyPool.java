package org.yinxin.custody;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

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
        int made = 0;
        for (int missing = missing(); missing > 0; missing = missing()) {
            int added = add(make(Math.min(missing, BATCH)));
            if (added == 0) {
                break; // another node was faster
            }
            made += added;
        }
        return made;
    }

    private int missing() {
        return level - means.pool().free(level);
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
    private int add(List<PooledKey> ready) {
        int added = means.inTransaction(_ -> addWanted(ready));
        means.checkpoint().reached(Step.POOL_KEY_COMMITTED);
        return added;
    }

    private int addWanted(List<PooledKey> ready) {
        means.pool().lockForFilling();
        int wanted = Math.clamp(missing(), 0, ready.size());
        ready.subList(0, wanted).forEach(this::add);
        return wanted;
    }

    private void add(PooledKey key) {
        means.pool().add(key, means.clock().instant());
        means.record(
                ACTOR,
                "pooled-key.made",
                "pooled-key:" + key.id(),
                Map.of(
                        "publicKeySm3", Means.fingerprint(key.publicKey()),
                        "wrappedUnder", key.wrapped().under(),
                        "wrappedWith", key.wrapped().algorithm().label()));
        means.checkpoint().reached(Step.POOL_KEY_WRITTEN);
    }
}
