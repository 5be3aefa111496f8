package org.yinxin.hall.identification;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;

/** The job for orders to which the bank gave no answer, or whose answer was lost with a node: orders them again. */
@Component
class ResumeTransfers {

    private static final Actor HALL = new Actor.Hall("identification");
    private static final int BATCH = 50;

    private final Transfers transfers;
    private final SendTransfer send;
    private final IdentificationSettings settings;
    private final Clock clock;

    ResumeTransfers(
            Transfers transfers, SendTransfer send, IdentificationSettings settings, Clock clock) {
        this.transfers = transfers;
        this.send = send;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        Instant now = clock.instant();
        for (Transfer it : transfers.due(now, BATCH)) {
            if (transfers.claim(it.id(), now, now.plus(settings.askAgainAfter()))) {
                send.order(HALL, it);
            }
        }
    }
}
