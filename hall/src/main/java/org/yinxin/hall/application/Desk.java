package org.yinxin.hall.application;

import java.util.Optional;
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
    private final CounterCases counterCases;

    Desk(Applications applications, CaseUnits units, CounterCases counterCases) {
        this.applications = applications;
        this.units = units;
        this.counterCases = counterCases;
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

    /** For its subscriber, and for entry officers where it was entered at the counter; to look at what was handed in. */
    Outcome<Application> lookAtHandedIn(Actor actor, CaseNumber number) {
        return look(actor, number)
                .flatMap(
                        application ->
                                server(actor, application).isPresent()
                                        ? Outcome.done(application)
                                        : owner(actor, application));
    }

    /**
     * For its subscriber, and for entry officers where it was entered at the counter, to hand something in; locked until the
     * transaction ends. An officer who does is written down, and will not decide the case.
     */
    Outcome<Application> handIn(Actor actor, CaseNumber number) {
        Optional<Application> locked = applications.lock(number);
        Optional<Actor.Operator> server = locked.flatMap(application -> server(actor, application));
        server.ifPresent(officer -> counterCases.lendHand(number, officer));
        return server.isPresent() ? notEnded(locked.get()) : change(actor, number);
    }

    private Optional<Actor.Operator> server(Actor actor, Application application) {
        return actor instanceof Actor.Operator officer
                        && officer.has(Role.ENTRY_OFFICER)
                        && counterCases.entered(application.number())
                ? Optional.of(officer)
                : Optional.empty();
    }

    private static Outcome<Application> notEnded(Application application) {
        return application.gates().ended()
                ? Outcome.refused(ApplicationError.ENDED)
                : Outcome.done(application);
    }

    /** For its subscriber alone, locked until the transaction ends. */
    Outcome<Application> change(Actor actor, CaseNumber number) {
        return applications
                .lock(number)
                .filter(application -> owns(actor, application) || isStaff(actor))
                .map(application -> owner(actor, application))
                .orElseGet(() -> Outcome.refused(ApplicationError.NO_SUCH_APPLICATION))
                .flatMap(Desk::notEnded);
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
