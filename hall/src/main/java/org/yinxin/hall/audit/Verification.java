package org.yinxin.hall.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a walk over one chain found.
 *
 * @param by the actor's reference
 * @param position how far the chain is intact; where it is broken, the broken place
 * @param unsealed entries that the sealer had not reached
 * @param fault what is wrong there, or null when all is intact
 */
public record Verification(
        String journal,
        Instant at,
        String by,
        long position,
        long unsealed,
        @Nullable String fault) {

    public boolean intact() {
        return fault == null;
    }
}
