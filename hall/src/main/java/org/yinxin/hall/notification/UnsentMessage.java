package org.yinxin.hall.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that has not reached the gateway, as staff sees it: not to whom in full, and not what it says.
 *
 * @param givenUp nobody will try again by itself
 * @param repeatable staff may have it tried again
 * @param fault what the last try met
 */
public record UnsentMessage(
        UUID id,
        String masked,
        String template,
        Instant createdAt,
        int attempts,
        boolean givenUp,
        boolean repeatable,
        @Nullable String fault) {}
