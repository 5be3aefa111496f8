package org.yinxin.hall.review;

import java.time.Instant;
import java.util.Map;

/**
 * What the entry officer found in one round.
 *
 * @param by who
 * @param at when
 * @param verdicts one for each item of the dossier
 * @param note for the approving officer; may be empty
 */
public record Entry(Officer by, Instant at, Map<String, Verdict> verdicts, String note) {

    /** The most characters of {@link #note}. */
    public static final int LONGEST_NOTE = 500;

    public Entry {
        verdicts = Map.copyOf(verdicts);
    }
}
