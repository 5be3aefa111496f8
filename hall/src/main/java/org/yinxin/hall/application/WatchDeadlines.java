package org.yinxin.hall.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The job for subscribers who do not come back: a few applications at a time, each in its own transaction. */
@Component
class WatchDeadlines {

    static final int BATCH = 50;

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Deadlines deadlines;
    private final KeepDeadline keepDeadline;
    private final Clock clock;

    WatchDeadlines(Deadlines deadlines, KeepDeadline keepDeadline, Clock clock) {
        this.deadlines = deadlines;
        this.keepDeadline = keepDeadline;
        this.clock = clock;
    }

    /**
     * Each is put off before it is looked at, so that one which fails for some fault of ours ends this run but never
     * stands in the way of the others; killed in between, it is looked at again an hour later.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        Instant now = clock.instant();
        for (Deadlines.Due due : deadlines.due(now, BATCH)) {
            if (deadlines.putOff(due, now.plus(AGAIN))) {
                keepDeadline.keep(due.number());
            }
        }
    }
}
