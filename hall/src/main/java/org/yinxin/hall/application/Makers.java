package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Maker;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Who may produce: the subscriber, or a producer officer at the counter, as the plan says. */
@Component
class Makers {

    private final Applications applications;
    private final Desk desk;

    Makers(Applications applications, Desk desk) {
        this.applications = applications;
        this.desk = desk;
    }

    /** The application, locked, if its certificates can be made now and by this actor. */
    Outcome<Application> producible(Actor actor, CaseNumber number) {
        return applications
                .lock(number)
                .filter(found -> desk.owns(actor, found) || actor.has(Role.PRODUCER))
                .map(found -> check(actor, found))
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_APPLICATION));
    }

    private Outcome<Application> check(Actor actor, Application application) {
        if (application.gates().ended()) {
            return Outcome.refused(ApplicationError.ENDED);
        }
        Maker maker = desk.owns(actor, application) ? Maker.SUBSCRIBER : Maker.PRODUCER;
        return application
                .workable(GateSettings.Production.class)
                .map(
                        gate ->
                                ((GateSettings.Production) gate.settings()).by().contains(maker)
                                        ? Outcome.done(application)
                                        : Outcome.<Application>refused(
                                                ApplicationError.NOT_A_MAKER))
                .orElseGet(() -> Outcome.refused(ApplicationError.NOT_TO_BE_PRODUCED));
    }
}
