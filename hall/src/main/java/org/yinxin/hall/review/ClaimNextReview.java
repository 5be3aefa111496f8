package org.yinxin.hall.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.review.ReviewQueue.Tab;

/**
 * Claims the case that is due first and that no colleague works on. Two people who ask at the same time get two cases.
 *
 * <p>Refuses whoever has not the role for this part of the queue, and an empty queue.
 */
@Component
public class ClaimNextReview {

    private final ReviewCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimNextReview(ReviewCases cases, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Claims one.
     *
     * @param tab {@link Tab#WAITING} or {@link Tab#ENTERED}
     */
    @Transactional
    public Outcome<ReviewCase> claim(Actor actor, Tab tab) {
        if (!(actor instanceof Actor.Operator operator)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        String state =
                switch (tab) {
                    case WAITING -> "WAITING";
                    case ENTERED, DECIDED -> "ENTERED";
                };
        if (state.equals("WAITING") && !actor.has(Role.ENTRY_OFFICER)) {
            return Outcome.refused(ReviewError.NOT_AN_ENTRY_OFFICER);
        }
        if (state.equals("ENTERED") && !actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(ReviewError.NOT_AN_APPROVING_OFFICER);
        }
        Instant now = clock.instant();
        Optional<ReviewCase> first = cases.holdNext(state, operator.operator(), now);
        if (first.isEmpty()) {
            return Outcome.refused(ReviewError.NOTHING_TO_CLAIM);
        }
        ReviewCase claimed = first.get().claimed(Claim.of(operator, now));
        cases.claim(claimed);
        audit.record(operator, "review.claimed", "application:" + claimed.number());
        return Outcome.done(claimed);
    }
}
