package org.yinxin.hall.application;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.reference.CaseNumber;

/**
 * What stands beside a case that was entered at the counter, and the cases that an officer entered last.
 *
 * <p>Refuses anybody but entry officers, and a case that came on line.
 */
@Component
public class ReadCounterCase {

    private static final int RECENT = 20;

    private final Applications applications;
    private final CounterCases counterCases;

    ReadCounterCase(Applications applications, CounterCases counterCases) {
        this.applications = applications;
        this.counterCases = counterCases;
    }

    @Transactional(readOnly = true)
    public Outcome<CounterSheet> read(Actor.Operator actor, CaseNumber number) {
        if (!actor.has(Role.ENTRY_OFFICER)) {
            return Outcome.refused(CounterError.NOT_AN_ENTRY_OFFICER);
        }
        return counterCases
                .visitOf(number)
                .<Outcome<CounterSheet>>map(visit -> Outcome.done(sheet(number, visit)))
                .orElseGet(() -> Outcome.refused(CounterError.NO_SUCH_CASE));
    }

    private CounterSheet sheet(CaseNumber number, Visit visit) {
        return new CounterSheet(
                Masked.name(visit.name()),
                visit.maskedMobile(),
                visit.officerName(),
                visit.at(),
                counterCases.originals(number),
                applications.find(number).filter(ReadCounterCase::submitted).isPresent());
    }

    /** Whether all that the visitor has to hand in for now is handed in. */
    static boolean submitted(Application application) {
        return application.business().gates(GateSettings.Submission.class).stream()
                .anyMatch(gate -> application.gates().state(gate.code()).passed());
    }

    /** What this officer entered, the newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> lately(Actor.Operator actor) {
        return applications.all(counterCases.lately(actor.operator(), RECENT)).stream()
                .map(ListApplications::masked)
                .toList();
    }
}
