package org.yinxin.hall.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.archive.PaperContent;
import org.yinxin.hall.archive.ReadPaper;
import org.yinxin.hall.archive.StoredPaper;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Opens a case with personal data in clear, or one of its papers. Each reading is recorded.
 *
 * <p>Refuses anybody but entry and approving officers, an unknown case and an unknown paper.
 */
@Component
public class ReadReview {

    private final ReviewCases cases;
    private final ReviewRounds rounds;
    private final ReviewNotes notes;
    private final ReadPaper papers;
    private final AuditTrail audit;

    ReadReview(
            ReviewCases cases,
            ReviewRounds rounds,
            ReviewNotes notes,
            ReadPaper papers,
            AuditTrail audit) {
        this.cases = cases;
        this.rounds = rounds;
        this.notes = notes;
        this.papers = papers;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ReviewView> read(Actor actor, CaseNumber number) {
        if (!(actor instanceof Actor.Operator operator) || !isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        Optional<ReviewCase> found = cases.find(number);
        if (found.isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        List<ReviewRound> all = rounds.of(number);
        ReviewCase about = found.get();
        audit.record(
                actor,
                "review.read",
                "application:" + number,
                Map.of("round", Integer.toString(about.round())));
        return Outcome.done(
                new ReviewView(
                        about,
                        all.getFirst(),
                        all.subList(1, all.size()),
                        papers(all.getFirst().dossier()),
                        notes.of(number),
                        task(operator, about.state(), cases.received(number, operator))));
    }

    private Map<String, StoredPaper> papers(Dossier dossier) {
        Map<String, StoredPaper> known = new HashMap<>();
        for (Dossier.Paper paper : dossier.papers()) {
            papers.about(paper.paper()).ifPresent(about -> known.put(paper.key(), about));
        }
        return known;
    }

    /** A paper of this round; of the current one for round 0. */
    @Transactional
    public Outcome<PaperContent> readPaper(Actor actor, CaseNumber number, String key, int round) {
        if (!isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        if (cases.find(number).isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        Optional<PaperContent> content =
                rounds.of(number).stream()
                        .filter(each -> round == 0 || each.number() == round)
                        .findFirst()
                        .flatMap(each -> each.dossier().paper(key))
                        .flatMap(paper -> papers.read(paper.paper()));
        if (content.isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_PAPER);
        }
        audit.record(
                actor,
                "review.paper-read",
                "application:" + number,
                Map.of("paper", key, "sm3", content.get().about().id().sm3()));
        return Outcome.done(content.get());
    }

    static boolean isReviewer(Actor actor) {
        return actor.has(Role.ENTRY_OFFICER) || actor.has(Role.APPROVING_OFFICER);
    }

    private static ReviewView.Task task(
            Actor.Operator operator, ReviewState state, boolean received) {
        return switch (state) {
            case ReviewState.Waiting _ ->
                    operator.has(Role.ENTRY_OFFICER)
                            ? ReviewView.Task.ENTER
                            : ReviewView.Task.WAIT_FOR_ENTRY;
            case ReviewState.Entered entered -> {
                if (!operator.has(Role.APPROVING_OFFICER)) {
                    yield ReviewView.Task.WAIT_FOR_DECISION;
                }
                yield entered.by().is(operator) || received
                        ? ReviewView.Task.WAIT_FOR_ANOTHER_PERSON
                        : ReviewView.Task.DECIDE;
            }
            case ReviewState.Approved _ -> ReviewView.Task.NOTHING;
            case ReviewState.Returned _ -> ReviewView.Task.NOTHING;
            case ReviewState.Refused _ -> ReviewView.Task.NOTHING;
        };
    }
}
