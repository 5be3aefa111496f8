package org.yinxin.hall.review;

import java.time.Duration;
import java.time.Instant;
import org.yinxin.hall.actor.Actor;

/**
 * A colleague works on a case, and nobody else does meanwhile (领取). It ends by itself, so that a case is not lost
 * with whoever goes home.
 *
 * @param by who
 * @param until when it ends
 */
public record Claim(Officer by, Instant until) {

    static final Duration LASTS = Duration.ofMinutes(30);

    static Claim of(Actor.Operator who, Instant now) {
        return new Claim(Officer.of(who), now.plus(LASTS));
    }

    public boolean holds(Instant now) {
        return until.isAfter(now);
    }

    /** Whether it keeps this colleague away. */
    boolean keepsAway(Actor.Operator who, Instant now) {
        return holds(now) && !by.is(who);
    }
}
