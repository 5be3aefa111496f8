package org.yinxin.hall.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The approving officer (审核员) approves, returns or refuses what another person entered.
 *
 * <p>Refuses anybody but an approving officer, the person who entered this round or took the case in at the
 * counter whatever the roles, an unknown
 * case, another round than the one under review, a case that a colleague has claimed, one
 * that was not entered yet or was decided already, a return or
 * refusal without any reason, reasons that name an unknown item or code, name an item twice, or are too long, an
 * approval without the amount that the plan asks for, and an amount that it does not ask for. Of two decisions at the
 * same time the first wins.
 */
@Component
public class DecideReview {

    private final ReviewCases cases;
    private final ReviewRounds rounds;
    private final RefusalReasons refusals;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    DecideReview(
            ReviewCases cases,
            ReviewRounds rounds,
            RefusalReasons refusals,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.refusals = refusals;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the case as it stands now.
     *
     * @param round the round that was looked at; null for the current one
     */
    @Transactional
    public Outcome<ReviewCase> decide(
            Actor actor, CaseNumber number, @Nullable Integer round, Decision decision) {
        if (!(actor instanceof Actor.Operator operator) || !actor.has(Role.APPROVING_OFFICER)) {
            return Outcome.refused(ReviewError.NOT_AN_APPROVING_OFFICER);
        }
        Optional<ReviewCase> held = cases.hold(number);
        if (held.isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        if (round != null && round != held.get().round()) {
            return Outcome.refused(ReviewError.ANOTHER_ROUND);
        }
        Optional<Refusal> kept = held.get().keptFrom(operator, clock.instant());
        if (kept.isPresent()) {
            return Outcome.refused(kept.get());
        }
        return switch (held.get().state()) {
            case ReviewState.Entered entered -> decide(operator, held.get(), entered, decision);
            case ReviewState.Waiting _ -> Outcome.refused(ReviewError.NOT_ENTERED_YET);
            case ReviewState.Approved _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Returned _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Refused _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
        };
    }

    private Outcome<ReviewCase> decide(
            Actor.Operator operator,
            ReviewCase held,
            ReviewState.Entered entered,
            Decision decision) {
        if (entered.by().is(operator)) {
            return Outcome.refused(ReviewError.ENTERED_BY_YOURSELF);
        }
        if (cases.received(held.number(), operator)) {
            return Outcome.refused(ReviewError.RECEIVED_BY_YOURSELF);
        }
        if (!(decision instanceof Decision.Approve) && decision.itemReasons().isEmpty()) {
            return Outcome.refused(ReviewError.NO_REASON_GIVEN);
        }
        Optional<ReviewError> wrongSurcharge =
                wrongSurcharge(rounds.of(held.number()).getFirst().dossier(), decision);
        if (wrongSurcharge.isPresent()) {
            return Outcome.refused(wrongSurcharge.get());
        }
        List<Violation> violations =
                ReasonRules.violations(rounds.of(held.number()).getFirst(), decision);
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(ReviewError.REASONS_WRONG, violations));
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Ruling ruling = new Ruling(Officer.of(operator), at, decision);
        ReviewCase decided = held.in(entered.decide(decision, ruling.by(), at));
        rounds.decide(held.number(), held.round(), ruling);
        cases.update(decided);
        if (decision instanceof Decision.Refuse refusal) {
            refusals.add(decided, rounds.of(held.number()).getFirst(), refusal, at);
        }
        audit.record(
                operator,
                "review." + decided.state().code().toLowerCase(Locale.ROOT),
                "application:" + held.number(),
                details(held, entered, decision));
        events.publishEvent(new ReviewDecided(held.number(), held.round(), decision, operator, at));
        return Outcome.done(decided);
    }

    private static Map<String, String> details(
            ReviewCase held, ReviewState.Entered entered, Decision decision) {
        Map<String, String> details = new HashMap<>();
        details.put("round", Integer.toString(held.round()));
        details.put("enteredBy", entered.by().id().toString());
        details.put(
                "items",
                String.join(" ", decision.itemReasons().stream().map(ItemReason::item).toList()));
        if (decision instanceof Decision.Approve(Surcharge surcharge) && surcharge != null) {
            details.put("surcharge", surcharge.amount().toString());
            details.put("elapsed", surcharge.months() + " months " + surcharge.days() + " days");
        }
        return details;
    }

    /** An amount is set where the plan asks for one, 0 included, and nowhere else. */
    private static Optional<ReviewError> wrongSurcharge(Dossier dossier, Decision decision) {
        if (!(decision instanceof Decision.Approve(Surcharge surcharge))) {
            return Optional.empty();
        }
        boolean asked = dossier.surcharge() != null;
        if (asked && surcharge == null) {
            return Optional.of(ReviewError.NOT_A_SURCHARGE);
        }
        return !asked && surcharge != null
                ? Optional.of(ReviewError.SURCHARGE_NOT_ASKED)
                : Optional.empty();
    }
}
