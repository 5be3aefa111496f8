package org.yinxin.hall.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message in an inbox.
 *
 * @param link where the reader can act on it, or null
 */
record InboxMessage(
        UUID id,
        String template,
        List<String> arguments,
        @Nullable String link,
        Instant createdAt,
        boolean read) {}
