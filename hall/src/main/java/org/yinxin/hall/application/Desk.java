package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Who may see and change an application. Somebody else's is answered exactly as one that is not there. */
@Component
class Desk {

    private final Applications applications;
    private final CaseUnits units;

    Desk(Applications applications, CaseUnits units) {
        this.applications = applications;
        this.units = units;
    }

    /** For its subscriber and for the staff, to look at. */
    Outcome<Application> look(Actor actor, CaseNumber number) {
        return applications
                .find(number)
                .filter(application -> owns(actor, application) || isStaff(actor))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_APPLICATION));
    }

    /** For its subscriber alone, to look at. */
    Outcome<Application> lookAsOwner(Actor actor, CaseNumber number) {
        return look(actor, number).flatMap(application -> owner(actor, application));
    }

    /** For its subscriber alone, locked until the transaction ends. */
    Outcome<Application> change(Actor actor, CaseNumber number) {
        return applications
                .lock(number)
                .filter(application -> owns(actor, application) || isStaff(actor))
                .map(application -> owner(actor, application))
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_APPLICATION))
                .flatMap(
                        application ->
                                application.gates().ended()
                                        ? Outcome.refused(ApplicationError.ENDED)
                                        : Outcome.done(application));
    }

    private Outcome<Application> owner(Actor actor, Application application) {
        return owns(actor, application)
                ? Outcome.done(application)
                : Outcome.refused(ApplicationError.NOT_THE_SUBSCRIBER);
    }

    /** Whose it is, unless that was an agent of its organisation who is none any more. */
    boolean owns(Actor actor, Application application) {
        return actor instanceof Actor.Subscriber subscriber
                && subscriber.account().equals(application.account())
                && !units.lost(application);
    }

    private static boolean isStaff(Actor actor) {
        return actor.has(Role.ENTRY_OFFICER)
                || actor.has(Role.APPROVING_OFFICER)
                || actor.has(Role.PRODUCER)
                || actor.has(Role.AUDITOR);
    }
}
