package org.yinxin.custody;

import java.security.KeyPair;
import java.util.Map;
import java.util.UUID;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;

/**
 * Makes key pairs ahead until as many lie ready as are wanted. It has no clock of its own: whoever wires this calls {@link
 * #fill()} at start and every minute or so. Several nodes may fill at once, and together they make no more than one would.
 */
public final class FillKeyPool {

    private static final String ACTOR = "system:custody";

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
        while (means.pool().free(level) < level && makeOne()) {
            made++;
        }
        return made;
    }

    /** Whether it was still wanted when it was ready. */
    private boolean makeOne() {
        KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, means.random());
        UUID id = means.uuids().get();
        PooledKey key = new PooledKey(id, pair.getPublic(), means.wrapping().wrap(id, pair));
        boolean added = means.inTransaction(_ -> addIfWanted(key));
        means.checkpoint().reached(Step.POOL_KEY_COMMITTED);
        return added;
    }

    private boolean addIfWanted(PooledKey key) {
        KeyPool pool = means.pool();
        pool.lockForFilling();
        if (pool.free(level) >= level) {
            return false;
        }
        pool.add(key, means.clock().instant());
        means.record(
                ACTOR,
                "pooled-key.made",
                "pooled-key:" + key.id(),
                Map.of(
                        "publicKeySm3", Means.fingerprint(key.publicKey()),
                        "wrappedUnder", key.wrapped().under(),
                        "wrappedWith", key.wrapped().algorithm().label()));
        means.checkpoint().reached(Step.POOL_KEY_WRITTEN);
        return true;
    }
}
