package org.yinxin.hall.application;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.PaperRequirement;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * An officer has the original of a paper in hand: compares it and gives it back, or keeps it. A paper that is replaced
 * afterwards is another one, and its original has to be seen anew.
 *
 * <p>Refuses: anybody but an entry officer; a case that was not entered at the counter, or has ended; a paper that the plan
 * does not ask it for.
 */
@Component
public class ReceiveOriginal {

    private final Desk desk;
    private final HandedIn handedIn;
    private final CounterCases counterCases;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;

    ReceiveOriginal(
            Desk desk,
            HandedIn handedIn,
            CounterCases counterCases,
            GateKeeper gateKeeper,
            AuditTrail audit) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.counterCases = counterCases;
        this.gateKeeper = gateKeeper;
        this.audit = audit;
    }

    /**
     * Answers what was received.
     *
     * @param kept whether the original stays here
     */
    @Transactional
    public Outcome<Original> receive(
            Actor.Operator actor, CaseNumber number, String paper, boolean kept) {
        if (!counterCases.entered(number)) {
            return Outcome.refused(CounterError.NO_SUCH_CASE);
        }
        return desk.handIn(actor, number)
                .flatMap(application -> asked(application, paper).map(_ -> application))
                .map(
                        application -> {
                            var now = gateKeeper.now();
                            counterCases.receive(number, paper, kept, actor, now);
                            audit.record(
                                    actor,
                                    kept ? "counter.original-kept" : "counter.original-seen",
                                    application.subject(),
                                    Map.of("paper", paper));
                            return new Original(kept, actor.name(), now);
                        });
    }

    private Outcome<PaperRequirement> asked(Application application, String paper) {
        Map<String, String> values = handedIn.of(application.number()).values();
        Optional<PaperRequirement> asked =
                application.business().papers(values).stream()
                        .filter(each -> each.code().equals(paper))
                        .filter(each -> each.obligation().concerns(values))
                        .findFirst();
        return asked.<Outcome<PaperRequirement>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(CounterError.NO_SUCH_PAPER));
    }
}
