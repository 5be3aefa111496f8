package org.yinxin.hall.review;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Gives a claimed case back to the queue.
 *
 * <p>Refuses anybody but entry and approving officers, an unknown case, and one that the reader has not claimed.
 */
@Component
public class ReleaseReview {

    private final ReviewCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    ReleaseReview(ReviewCases cases, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<ReviewCase> release(Actor actor, CaseNumber number) {
        if (!(actor instanceof Actor.Operator operator) || !ReadReview.isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        Optional<ReviewCase> held = cases.hold(number);
        if (held.isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        Claim claim = held.get().claim();
        if (claim == null || !claim.by().is(operator) || !claim.holds(clock.instant())) {
            return Outcome.refused(ReviewError.NOT_CLAIMED);
        }
        ReviewCase released = held.get().claimed(null);
        cases.claim(released);
        audit.record(operator, "review.released", "application:" + number);
        return Outcome.done(released);
    }
}
