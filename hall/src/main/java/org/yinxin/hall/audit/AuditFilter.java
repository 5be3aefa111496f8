package org.yinxin.hall.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the auditor wants to see. Words match from their beginning, so that {@code application.} finds all that
 * happened to applications.
 *
 * @param before only entries with a smaller number, to go on where the last page ended; null for the newest
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    AuditFilter before(long id) {
        return new AuditFilter(actor, action, subject, from, until, id);
    }
}
