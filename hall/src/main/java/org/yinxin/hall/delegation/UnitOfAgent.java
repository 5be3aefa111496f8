package org.yinxin.hall.delegation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.subscriber.AuthorisationEnd;

/**
 * A unit that somebody acts for, or has acted for.
 *
 * @param creditCode the unit's
 * @param name the unit's
 * @param from the first day of the newest authorisation
 * @param until the last day of the one that runs longest
 * @param current whether it is in force today
 * @param endedAt when it ended before its day; null when it did not
 * @param how it ended; null when it did not
 */
public record UnitOfAgent(
        String creditCode,
        String name,
        LocalDate from,
        LocalDate until,
        boolean current,
        @Nullable Instant endedAt,
        @Nullable AuthorisationEnd how) {}
