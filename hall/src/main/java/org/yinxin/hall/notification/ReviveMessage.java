package org.yinxin.hall.notification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;

/**
 * Looks at what was not sent and has a given-up message tried again.
 *
 * <p>Refusals: {@link NotificationError#NOT_REPEATABLE} when it was sent meanwhile, is waiting already, or is no
 * longer worth sending.
 */
@Component
public class ReviveMessage {

    private static final int SHOWN = 200;

    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ReviveMessage(Outbox outbox, AuditTrail audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<UnsentMessage> unsent() {
        return outbox.unsent(clock.instant(), SHOWN);
    }

    @Transactional
    public Outcome<UUID> revive(Actor by, UUID id) {
        if (!outbox.revive(id, clock.instant())) {
            return Outcome.refused(NotificationError.NOT_REPEATABLE);
        }
        audit.record(by, "message.revived", "message:" + id);
        return Outcome.done(id);
    }
}
