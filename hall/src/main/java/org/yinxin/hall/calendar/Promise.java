package org.yinxin.hall.calendar;

import java.time.Instant;

/**
 * The time by which something was promised. It is reckoned once, when it is promised, and kept: a holiday that is
 * written down later does not move what somebody was told.
 *
 * @param warnAt from when on less than a quarter of the working time is left
 * @param dueAt by when it is to be done
 */
public record Promise(Instant warnAt, Instant dueAt) {

    public Promise {
        if (warnAt.isAfter(dueAt)) {
            throw new IllegalArgumentException("warns after it is too late");
        }
    }

    public Light at(Instant now) {
        if (now.isAfter(dueAt)) {
            return Light.RED;
        }
        return now.isAfter(warnAt) ? Light.AMBER : Light.GREEN;
    }
}
