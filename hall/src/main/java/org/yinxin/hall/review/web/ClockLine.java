package org.yinxin.hall.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.calendar.WorkingTime;
import org.yinxin.hall.review.ReviewCase;

/**
 * How the promise of a case stands: a colour, and the same in words.
 *
 * @param light {@code green}, {@code amber} or {@code red}
 * @param dueAt by when
 * @param key the message that says how much business time is left or over
 * @param count how many of the message's unit
 */
record ClockLine(String light, Instant dueAt, String key, long count) {

    /** Null for what nothing was promised about, and for what is decided. */
    static @Nullable ClockLine of(ReviewCase one, WorkingTime time, Instant now) {
        Promise promise = one.promise();
        if (promise == null || one.decided()) {
            return null;
        }
        boolean late = now.isAfter(promise.dueAt());
        Duration business =
                late ? time.between(promise.dueAt(), now) : time.between(now, promise.dueAt());
        String way = late ? "review.clock.over." : "review.clock.left.";
        String light = promise.at(now).name().toLowerCase(Locale.ROOT);
        long days = business.dividedBy(time.hours().perDay());
        if (days >= 1) {
            return new ClockLine(light, promise.dueAt(), way + "days", days);
        }
        return business.toHours() >= 1
                ? new ClockLine(light, promise.dueAt(), way + "hours", business.toHours())
                : new ClockLine(light, promise.dueAt(), way + "minutes", business.toMinutes());
    }
}
