package org.yinxin.hall.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a journal.
 *
 * @param position its place in the chain; null as long as it is not sealed
 * @param link its link, in hexadecimal digits
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        @Nullable Long position,
        @Nullable String link) {}
