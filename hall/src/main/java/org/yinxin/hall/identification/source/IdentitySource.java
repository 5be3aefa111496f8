package org.yinxin.hall.identification.source;

import java.util.UUID;

/** Answers questions at once. Safe for several threads; bounds every wait; never throws for what a source does. */
public interface IdentitySource {

    /**
     * Asks.
     *
     * @param key the same key is answered the same, and charged once
     */
    Answer ask(UUID key, Question question);
}
