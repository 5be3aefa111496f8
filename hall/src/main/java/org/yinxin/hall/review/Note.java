package org.yinxin.hall.review;

import java.time.Instant;

/**
 * What one colleague tells the others about a case. The subscriber never sees it.
 *
 * @param by who wrote it
 * @param at when
 * @param text what
 */
public record Note(Officer by, Instant at, String text) {

    /** Longer than anybody reads. */
    public static final int LONGEST = 500;
}
