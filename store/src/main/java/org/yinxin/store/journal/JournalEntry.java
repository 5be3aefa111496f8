package org.yinxin.store.journal;

import java.time.Instant;
import java.util.Map;

/**
 * One fact to be recorded.
 *
 * @param at when it happened
 * @param actor who did it, as a stable identifier such as {@code operator:7f3a…}; never a name or a telephone number
 * @param action what was done, a dotted verb phrase such as {@code certificate.issued}
 * @param subject the thing it was done to, such as {@code application:2611-7K4M-9QTX}
 * @param details further values worth keeping; no secrets and no personal data
 */
public record JournalEntry(
        Instant at, String actor, String action, String subject, Map<String, String> details) {

    public JournalEntry {
        if (actor.isBlank() || action.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException(
                    "a journal entry names its actor, action and subject");
        }
        details = Map.copyOf(details);
    }
}
