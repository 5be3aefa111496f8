package org.yinxin.custody;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to one key.
 *
 * @param actor who did it, as the journal names actors
 * @param action such as {@code encryption-key.released}
 * @param details such as {@code recipientSm3} and {@code form}
 */
public record KeyEvent(Instant at, String actor, String action, Map<String, String> details) {

    /** Keeps the details from being changed. */
    public KeyEvent {
        details = Map.copyOf(details);
    }
}
