package org.yinxin.hall.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Writes a note to colleagues on a case, in whatever state it is and whoever has claimed it.
 *
 * <p>Refuses anybody but entry and approving officers, an unknown case, and a note that is empty or too long.
 */
@Component
public class AddNote {

    private final ReviewCases cases;
    private final ReviewNotes notes;
    private final AuditTrail audit;
    private final Clock clock;

    AddNote(ReviewCases cases, ReviewNotes notes, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Note> add(Actor actor, CaseNumber number, String typed) {
        if (!(actor instanceof Actor.Operator operator) || !ReadReview.isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        if (cases.find(number).isEmpty()) {
            return Outcome.refused(ReviewError.NO_SUCH_CASE);
        }
        String text = typed.strip();
        if (text.isEmpty()) {
            return Outcome.refused(ReviewError.NOTE_EMPTY);
        }
        if (text.codePointCount(0, text.length()) > Note.LONGEST) {
            return Outcome.refused(
                    new Refusal(
                            ReviewError.NOTE_TOO_LONG,
                            List.of(),
                            List.of(Integer.toString(Note.LONGEST))));
        }
        Note note =
                new Note(
                        Officer.of(operator), clock.instant().truncatedTo(ChronoUnit.MICROS), text);
        notes.add(number, note);
        audit.record(operator, "review.note-written", "application:" + number);
        return Outcome.done(note);
    }
}
