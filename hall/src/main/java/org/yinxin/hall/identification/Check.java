package org.yinxin.hall.identification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check as its row says.
 *
 * @param used how many attempts are gone
 * @param blockedUntil until when nothing is tried; null when it never was used up
 */
record Check(
        CheckKey key, IdentityRules rules, int used, @Nullable Instant blockedUntil, State state) {

    enum State {
        OPEN,
        PASSED,
        WITHDRAWN
    }

    /** How many attempts are left at a moment: all of them again, once a block is over. */
    int left(Instant now) {
        if (blockedUntil != null) {
            return now.isBefore(blockedUntil) ? 0 : rules.attempts();
        }
        return Math.max(0, rules.attempts() - used);
    }

    boolean blocked(Instant now) {
        return blockedUntil != null && now.isBefore(blockedUntil);
    }
}
