package org.yinxin.hall.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One case in the queue, without what was submitted.
 *
 * @param number the case
 * @param subscriber the organisation
 * @param business what is applied for
 * @param plan under which plan
 * @param openedAt when it was submitted first
 * @param submittedAt when it was submitted last
 * @param round how often it was submitted
 * @param warnings how many items of this round the checks found doubtful
 * @param promise by when it is to be decided; null where nothing was promised
 * @param state where it stands
 * @param claim who works on it, or last did; null for nobody
 */
public record ReviewCase(
        CaseNumber number,
        String subscriber,
        Words business,
        PlanCode plan,
        Instant openedAt,
        Instant submittedAt,
        int round,
        int warnings,
        @Nullable Promise promise,
        ReviewState state,
        @Nullable Claim claim) {

    /** Whoever moved the case on is done with it. */
    ReviewCase in(ReviewState next) {
        return new ReviewCase(
                number,
                subscriber,
                business,
                plan,
                openedAt,
                submittedAt,
                round,
                warnings,
                promise,
                next,
                null);
    }

    ReviewCase claimed(@Nullable Claim next) {
        return new ReviewCase(
                number,
                subscriber,
                business,
                plan,
                openedAt,
                submittedAt,
                round,
                warnings,
                promise,
                state,
                next);
    }

    /** Its place in the queue: what is due first comes first, and without a promise what came first. */
    Instant queueAt() {
        return promise == null ? submittedAt : promise.dueAt();
    }

    /** Whether it is not in the queue any more. */
    public boolean decided() {
        return switch (state) {
            case ReviewState.Waiting _ -> false;
            case ReviewState.Entered _ -> false;
            case ReviewState.Approved _ -> true;
            case ReviewState.Returned _ -> true;
            case ReviewState.Refused _ -> true;
        };
    }

    /** Who works on it now; null for nobody. */
    public @Nullable Claim claimAt(Instant now) {
        return claim != null && claim.holds(now) ? claim : null;
    }

    /** Why somebody may not work on it: a colleague does. */
    Optional<Refusal> keptFrom(Actor.Operator who, Instant now) {
        return claim != null && claim.keepsAway(who, now)
                ? Optional.of(
                        new Refusal(
                                ReviewError.CLAIMED_BY_ANOTHER,
                                List.of(),
                                List.of(claim.by().name())))
                : Optional.empty();
    }

    /** Whether this colleague could work on it now. */
    boolean isFor(Actor.Operator who, Instant now) {
        return keptFrom(who, now).isEmpty()
                && switch (state) {
                    case ReviewState.Waiting _ -> who.has(Role.ENTRY_OFFICER);
                    case ReviewState.Entered entered ->
                            who.has(Role.APPROVING_OFFICER) && !entered.by().is(who);
                    case ReviewState.Approved _ -> false;
                    case ReviewState.Returned _ -> false;
                    case ReviewState.Refused _ -> false;
                };
    }
}
