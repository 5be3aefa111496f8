package org.yinxin.hall.identification;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;

/** The job for call-backs that never come: asks about every face whose time has come. */
@Component
class CheckFaces {

    private static final Actor HALL = new Actor.Hall("identification");
    private static final int BATCH = 50;

    private final Tries tries;
    private final AskFace askFace;
    private final IdentificationSettings settings;
    private final Clock clock;

    CheckFaces(Tries tries, AskFace askFace, IdentificationSettings settings, Clock clock) {
        this.tries = tries;
        this.askFace = askFace;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each is put off before it is asked about, so that none stands in the way of the others. */
    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        Instant now = clock.instant();
        for (Try it : tries.dueFaces(now, BATCH)) {
            if (tries.claim(it.id(), now, now.plus(settings.askAgainAfter()))) {
                askFace.ask(HALL, it);
            }
        }
    }
}
