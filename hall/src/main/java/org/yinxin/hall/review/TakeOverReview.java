package org.yinxin.hall.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An approving officer takes a case over that a colleague has claimed; the journal says from whom. Taking it over is
 * not deciding it: who entered a case still cannot decide it.
 *
 * <p>Refuses anybody but approving officers, an unknown case, one that was decided, and one that nobody has claimed.
 */
@Component
public class TakeOverReview {

    private final ReviewCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    TakeOverReview(ReviewCases cases, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<ReviewCase> takeOver(Actor actor, CaseNumber number) {
        if (!(actor instanceof Actor.Operator operator) || !actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(ReviewError.NOT_AN_APPROVING_OFFICER);
        }
        Optional<ReviewCase> held = cases.hold(number);
        if (held.isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        if (held.get().decided()) {
            return Outcome.refused(ReviewError.DECIDED_ALREADY);
        }
        Instant now = clock.instant();
        Claim before = held.get().claim();
        if (before == null || !before.keepsAway(operator, now)) {
            return Outcome.refused(ReviewError.NOT_CLAIMED);
        }
        ReviewCase taken = held.get().claimed(Claim.of(operator, now));
        cases.claim(taken);
        audit.record(
                operator,
                "review.taken-over",
                "application:" + number,
                Map.of("from", before.by().id().toString()));
        return Outcome.done(taken);
    }
}
