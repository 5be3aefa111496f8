package org.yinxin.hall.application;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;

/** The visits at the counter, for the officer who received the visitor and while a visitor may still be there. */
@Component
class Visits {

    private static final Duration A_WORKING_DAY = Duration.ofHours(12);

    private final CounterCases counterCases;
    private final Clock clock;

    Visits(CounterCases counterCases, Clock clock) {
        this.counterCases = counterCases;
        this.clock = clock;
    }

    Outcome<Visit> of(Actor.Operator actor, UUID id) {
        if (!actor.has(Role.ENTRY_OFFICER)) {
            return Outcome.refused(CounterError.NOT_AN_ENTRY_OFFICER);
        }
        return counterCases
                .visit(id)
                .filter(visit -> visit.officer().equals(actor.operator()))
                .filter(visit -> clock.instant().isBefore(visit.at().plus(A_WORKING_DAY)))
                .<Outcome<Visit>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CounterError.NO_SUCH_VISIT));
    }
}
