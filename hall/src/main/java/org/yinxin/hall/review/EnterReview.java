package org.yinxin.hall.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * The entry officer (受理员) says of every item whether it agrees with the papers.
 *
 * <p>An item that is not named agrees; an item that the checks found doubtful must be named. Refuses anybody but an
 * entry officer, an unknown case, another round than the one under review, a case that a colleague has claimed, one that
 * was entered or decided already, an unknown item, a doubtful item without a verdict, and a note that is too long.
 */
@Component
public class EnterReview {

    private final ReviewCases cases;
    private final ReviewRounds rounds;
    private final AuditTrail audit;
    private final Clock clock;

    EnterReview(ReviewCases cases, ReviewRounds rounds, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers the case as it stands now.
     *
     * @param round the round that was looked at; null for the current one
     */
    @Transactional
    public Outcome<ReviewCase> enter(
            Actor actor,
            CaseNumber number,
            @Nullable Integer round,
            Map<String, Verdict> verdicts,
            String note) {
        if (!(actor instanceof Actor.Operator operator) || !actor.has(Role.ENTRY_OFFICER)) {
            return Outcome.refused(ReviewError.NOT_AN_ENTRY_OFFICER);
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
            case ReviewState.Waiting waiting ->
                    enter(operator, held.get(), waiting, verdicts, note.strip());
            case ReviewState.Entered _ -> Outcome.refused(ReviewError.ENTERED_ALREADY);
            case ReviewState.Approved _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Returned _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
            case ReviewState.Refused _ -> Outcome.refused(ReviewError.DECIDED_ALREADY);
        };
    }

    private Outcome<ReviewCase> enter(
            Actor.Operator operator,
            ReviewCase held,
            ReviewState.Waiting waiting,
            Map<String, Verdict> verdicts,
            String note) {
        Dossier dossier = rounds.of(held.number()).getFirst().dossier();
        List<Violation> violations = violations(dossier, verdicts);
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(ReviewError.VERDICTS_INCOMPLETE, violations));
        }
        if (note.codePointCount(0, note.length()) > Entry.LONGEST_NOTE) {
            return Outcome.refused(
                    new Refusal(
                            ReviewError.NOTE_TOO_LONG,
                            List.of(),
                            List.of(Integer.toString(Entry.LONGEST_NOTE))));
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Entry entry = new Entry(Officer.of(operator), at, complete(dossier, verdicts), note);
        ReviewCase entered = held.in(waiting.enter(entry.by(), at));
        rounds.enter(held.number(), held.round(), entry);
        cases.update(entered);
        audit.record(
                operator,
                "review.entered",
                "application:" + held.number(),
                Map.of(
                        "round",
                        Integer.toString(held.round()),
                        "doubts",
                        Long.toString(doubts(entry))));
        return Outcome.done(entered);
    }

    private static List<Violation> violations(Dossier dossier, Map<String, Verdict> verdicts) {
        Set<String> known = dossier.keys().collect(Collectors.toSet());
        Stream<Violation> unknown =
                verdicts.keySet().stream()
                        .filter(key -> !known.contains(key))
                        .sorted()
                        .map(
                                key ->
                                        new Violation(
                                                "verdict." + key,
                                                "review.violation.unknown-item",
                                                key));
        Stream<Violation> missing =
                dossier.items()
                        .filter(
                                item ->
                                        !item.warnings().isEmpty()
                                                && !verdicts.containsKey(item.key()))
                        .map(
                                item ->
                                        new Violation(
                                                "verdict." + item.key(),
                                                "review.violation.no-verdict"));
        return Stream.concat(unknown, missing).toList();
    }

    private static Map<String, Verdict> complete(Dossier dossier, Map<String, Verdict> verdicts) {
        Map<String, Verdict> complete = new HashMap<>();
        dossier.keys().forEach(key -> complete.put(key, verdicts.getOrDefault(key, Verdict.OK)));
        return complete;
    }

    private static long doubts(Entry entry) {
        return entry.verdicts().values().stream()
                .filter(verdict -> verdict == Verdict.DOUBT)
                .count();
    }
}
