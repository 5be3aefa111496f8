package org.yinxin.hall.token;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateSettings.UnlockMode;
import org.yinxin.hall.reference.CaseNumber;

/**
 * A case has come to where its medium may be unlocked. Opened again, it has to be granted again. Where a link grants it,
 * the link is sent at once.
 */
@Component
public class OpenUnlocking {

    private final Unlockings unlockings;
    private final UnlockLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    OpenUnlocking(Unlockings unlockings, UnlockLinks links, AuditTrail audit, Clock clock) {
        this.unlockings = unlockings;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @param mobile where a code may go to; null when there is none
     * @param email where a link may go to; null when there is none
     * @param receivedBy who of the staff took the case in at the counter; empty when it came on line
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(
            Actor by,
            CaseNumber number,
            UUID pair,
            AccountId holder,
            Set<UnlockMode> modes,
            @Nullable String mobile,
            @Nullable String email,
            Set<OperatorId> receivedBy) {
        unlockings.put(
                new Unlocking(
                        number,
                        pair,
                        holder,
                        modes,
                        mobile,
                        email,
                        receivedBy,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null,
                        null,
                        null));
        audit.record(by, "token.unlocking-opened", "application:" + number);
        links.sendFirst(by, number);
    }
}
