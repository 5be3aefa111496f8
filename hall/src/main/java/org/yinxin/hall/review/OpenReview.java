package org.yinxin.hall.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.calendar.ReadCalendar;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Puts what was submitted into the queue, for the first time or again after a return.
 *
 * <p>Refuses a case that is under review already and one that was approved or refused.
 */
@Component
public class OpenReview {

    private final ReviewCases cases;
    private final ReviewRounds rounds;
    private final AuditTrail audit;
    private final ReadCalendar calendar;
    private final Clock clock;

    OpenReview(
            ReviewCases cases,
            ReviewRounds rounds,
            ReadCalendar calendar,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the round, from 1.
     *
     * @param terms what the plan says; what is promised is reckoned now and anew at each submission
     */
    @Transactional
    public Outcome<Integer> open(
            Actor actor, CaseNumber number, Dossier dossier, ReviewTerms terms) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<ReviewCase> held = cases.hold(number);
        cases.receivedBy(number, terms.receivedBy());
        if (held.isEmpty()) {
            return first(actor, number, dossier, terms, at);
        }
        return switch (held.get().state()) {
            case ReviewState.Returned returned ->
                    again(actor, held.get(), returned.submitAgain(at), dossier, terms);
            case ReviewState.Waiting _ -> Outcome.refused(ReviewError.STILL_UNDER_REVIEW);
            case ReviewState.Entered _ -> Outcome.refused(ReviewError.STILL_UNDER_REVIEW);
            case ReviewState.Approved _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Refused _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
        };
    }

    private Outcome<Integer> first(
            Actor actor, CaseNumber number, Dossier dossier, ReviewTerms terms, Instant at) {
        cases.add(
                new ReviewCase(
                        number,
                        dossier.subscriber(),
                        dossier.business(),
                        terms.plan(),
                        at,
                        at,
                        1,
                        warnings(dossier),
                        promise(terms, at),
                        new ReviewState.Waiting(at),
                        null));
        return file(
                actor,
                number,
                new ReviewRound(1, at, dossier, Set.of(), terms.reasons(), null, null));
    }

    private Outcome<Integer> again(
            Actor actor,
            ReviewCase held,
            ReviewState.Waiting waiting,
            Dossier dossier,
            ReviewTerms terms) {
        int round = held.round() + 1;
        Instant at = waiting.since();
        Dossier before = rounds.of(held.number()).getFirst().dossier();
        cases.update(
                new ReviewCase(
                        held.number(),
                        dossier.subscriber(),
                        held.business(),
                        held.plan(),
                        held.openedAt(),
                        at,
                        round,
                        warnings(dossier),
                        promise(terms, at),
                        waiting,
                        null));
        return file(
                actor,
                held.number(),
                new ReviewRound(
                        round, at, dossier, changed(before, dossier), terms.reasons(), null, null));
    }

    private Outcome<Integer> file(Actor actor, CaseNumber number, ReviewRound round) {
        rounds.add(number, round);
        audit.record(
                actor,
                "review.opened",
                "application:" + number,
                Map.of("round", Integer.toString(round.number())));
        return Outcome.done(round.number());
    }

    private @Nullable Promise promise(ReviewTerms terms, Instant at) {
        Integer days = terms.workingDays();
        return days == null ? null : calendar.promise(at, days);
    }

    private static int warnings(Dossier dossier) {
        return (int) dossier.items().filter(item -> !item.warnings().isEmpty()).count();
    }

    /** What has another value, is another paper, or was not there before. */
    private static Set<String> changed(Dossier before, Dossier now) {
        Map<String, String> then = values(before);
        return values(now).entrySet().stream()
                .filter(item -> !item.getValue().equals(then.get(item.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> values(Dossier dossier) {
        Map<String, String> values = new HashMap<>();
        dossier.items().forEach(item -> values.put(item.key(), item.value()));
        dossier.papers().forEach(paper -> values.put(paper.key(), paper.paper().sm3()));
        return values;
    }
}
