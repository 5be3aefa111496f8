package org.yinxin.hall.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A challenge to a key, as it is kept.
 *
 * @param seed from which the hall alone derives what is to be signed
 * @param usedAt when it was answered, rightly or not; null before
 */
record KeyChallenge(UUID seed, Instant expiresAt, @Nullable Instant usedAt) {

    boolean open(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }
}
