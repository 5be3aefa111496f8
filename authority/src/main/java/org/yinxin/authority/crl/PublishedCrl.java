package org.yinxin.authority.crl;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A CRL as it is handed out, without its octets.
 *
 * @param base the number of the full list whose changes it tells; null for a full one
 * @param changes how far the authority's counter of changes had come in what it was made of
 * @param length in octets
 */
public record PublishedCrl(
        CrlSeries series,
        long number,
        @Nullable Long base,
        Instant thisUpdate,
        Instant nextUpdate,
        long changes,
        long entries,
        long length) {

    /** Up to so many entries, a list is made again as soon as anything has changed. */
    static final long SHORT = 10_000;

    private static final Duration MOMENT = Duration.ofMinutes(1);

    /** When the next one is made at the latest: half-way, so that there is as much time again to mend what hinders it. */
    Instant due() {
        return thisUpdate.plus(Duration.between(thisUpdate, nextUpdate).dividedBy(2));
    }

    /** Whether so little of its time is left that somebody has to see to it. */
    boolean isLate(Instant now) {
        return now.isAfter(due().plus(Duration.between(due(), nextUpdate).dividedBy(2)));
    }

    boolean isShort() {
        return entries <= SHORT;
    }

    /**
     * For how long a cache may hand it out without asking: never beyond its end. A short one can be followed by another at
     * any moment, a long one is followed when it is due.
     */
    public Duration unasked(Instant now) {
        Duration due = Duration.between(now, due());
        Duration end = Duration.between(now, nextUpdate);
        Duration longest = isShort() || due.compareTo(MOMENT) < 0 ? MOMENT : due;
        return end.isNegative() ? Duration.ZERO : longest.compareTo(end) < 0 ? longest : end;
    }
}
