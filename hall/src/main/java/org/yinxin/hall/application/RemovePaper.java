package org.yinxin.hall.application;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Takes back one paper. The archive keeps it all the same.
 *
 * <p>Refuses: somebody else's application; one that has ended; a paper that is not there, that the plan does not ask
 * for or that may not be changed now.
 */
@Component
public class RemovePaper {

    private final Desk desk;
    private final HandedIn handedIn;
    private final CounterCases counterCases;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;

    RemovePaper(
            Desk desk,
            HandedIn handedIn,
            CounterCases counterCases,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.counterCases = counterCases;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ApplicationView> remove(Actor actor, CaseNumber number, String paper) {
        return desk.handIn(actor, number)
                .flatMap(application -> AttachPaper.asked(application, paper).map(_ -> application))
                .flatMap(application -> remove(actor, application, paper));
    }

    private Outcome<ApplicationView> remove(Actor actor, Application application, String paper) {
        if (!handedIn.of(application.number()).papers().containsKey(paper)) {
            return Outcome.refused(ApplicationError.NO_SUCH_PAPER);
        }
        handedIn.remove(application.number(), paper);
        counterCases.forgetOriginal(application.number(), paper);
        audit.record(
                actor, "application.paper-removed", application.subject(), Map.of("paper", paper));
        return Outcome.done(views.of(gateKeeper.weigh(application, actor)));
    }
}
