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
import org.yinxin.hall.reference.CaseNumber;

/**
 * Claims a case, so that no colleague works on it at the same time; claimed again by the same person it lasts longer.
 *
 * <p>Refuses anybody but entry and approving officers, an unknown case, one that a colleague has claimed, one that
 * was decided, and one that the reader could not work on: without the role for it, or entered by the reader.
 */
@Component
public class ClaimReview {

    private final ReviewCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimReview(ReviewCases cases, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<ReviewCase> claim(Actor actor, CaseNumber number) {
        if (!(actor instanceof Actor.Operator operator) || !ReadReview.isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        Optional<ReviewCase> held = cases.hold(number);
        if (held.isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        Instant now = clock.instant();
        return switch (held.get().state()) {
            case ReviewState.Waiting _ ->
                    operator.has(Role.ENTRY_OFFICER)
                            ? claim(operator, held.get(), now)
                            : Outcome.refused(ReviewError.NOT_AN_ENTRY_OFFICER);
            case ReviewState.Entered entered -> {
                if (!operator.has(Role.APPROVING_OFFICER)) {
                    yield Outcome.refused(ReviewError.NOT_AN_APPROVING_OFFICER);
                }
                yield entered.by().is(operator)
                        ? Outcome.refused(ReviewError.ENTERED_BY_YOURSELF)
                        : claim(operator, held.get(), now);
            }
            case ReviewState.Approved _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Returned _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Refused _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
        };
    }

    private Outcome<ReviewCase> claim(Actor.Operator operator, ReviewCase held, Instant now) {
        return held.keptFrom(operator, now)
                .<Outcome<ReviewCase>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(write(operator, held, now)));
    }

    private ReviewCase write(Actor.Operator operator, ReviewCase held, Instant now) {
        ReviewCase claimed = held.claimed(Claim.of(operator, now));
        cases.claim(claimed);
        audit.record(operator, "review.claimed", "application:" + held.number());
        return claimed;
    }
}
