package org.yinxin.hall.identification;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/** Opens a check when its gate opens, and takes it back when its gate is shut. There is nothing to refuse. */
@Component
public class OpenIdentification {

    private final Checks checks;
    private final Tries tries;
    private final AuditTrail audit;
    private final Clock clock;

    OpenIdentification(Checks checks, Tries tries, AuditTrail audit, Clock clock) {
        this.checks = checks;
        this.tries = tries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opened again, what was tried before still counts. */
    @Transactional
    public void open(Actor by, CheckKey key, IdentityRules rules) {
        checks.open(key, rules, clock.instant());
        audit.record(by, "identification.opened", key.journalSubject());
    }

    /** Nothing can be tried any more. */
    @Transactional
    public void withdraw(Actor by, CheckKey key) {
        if (checks.lock(key).filter(check -> check.state() == Check.State.OPEN).isPresent()) {
            tries.live(key)
                    .ifPresent(it -> tries.end(it.id(), Try.State.DROPPED, null, clock.instant()));
            checks.state(key, Check.State.WITHDRAWN);
            audit.record(by, "identification.withdrawn", key.journalSubject());
        }
    }
}
