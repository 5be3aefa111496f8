package org.yinxin.hall.revocation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.authority.Authority;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.PairStatusOutcome;
import org.yinxin.authority.StatusChangeId;

/**
 * Asks the authority for what was written down, outside of any transaction of the hall, and has the answer noted. The
 * authority is asked with the ending's id and answers the same when asked again, so what was cut off is simply repeated.
 * What was asked for one pair is done in that order.
 */
@Component
class CarryOutEndings {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOutEndings.class);

    /** The wait after the first, second … try; the last one repeats until the authority answers. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10));

    private static final int A_RUN = 100;

    private final Endings endings;
    private final NoteEnding note;
    private final Authority authority;
    private final Clock clock;

    CarryOutEndings(Endings endings, NoteEnding note, Authority authority, Clock clock) {
        this.endings = endings;
        this.note = note;
        this.authority = authority;
        this.clock = clock;
    }

    /** Carries out what is due; bounded, so that one run of the job ends. */
    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        for (int done = 0; done < A_RUN; done++) {
            Optional<UUID> due = endings.nextDue(clock.instant());
            if (due.isEmpty()) {
                return;
            }
            one(due.get());
        }
    }

    /** Carries out one, unless somebody else is about to or an earlier one of its pair waits. */
    @Transactional(propagation = Propagation.NEVER)
    public void one(UUID id) {
        Optional<Endings.Taken> taken = endings.take(id, clock.instant(), WAITS);
        if (taken.isEmpty()) {
            return;
        }
        Ending ending = taken.get().ending();
        PairStatusOutcome outcome;
        try {
            outcome =
                    authority.changePair(
                            new PairStatusChange(
                                    new StatusChangeId(ending.id()),
                                    new PairOrderId(ending.pair()),
                                    deed(ending)));
        } catch (NestedRuntimeException dead) {
            LOG.warn("ending {} at try {}: no answer", id, taken.get().attempt(), dead);
            return;
        }
        note.note(id, outcome);
    }

    private static PairDeed deed(Ending ending) {
        return switch (ending.deed()) {
            case REVOKE, SUPERSEDE -> new PairDeed.Revoke(ending.reason());
            case HOLD -> new PairDeed.Hold();
            case RESUME -> new PairDeed.Resume();
        };
    }
}
