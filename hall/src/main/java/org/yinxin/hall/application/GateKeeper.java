package org.yinxin.hall.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.application.gate.GateState.Open;
import org.yinxin.hall.application.gate.GateState.Passed;
import org.yinxin.hall.application.gate.GateState.Refused;
import org.yinxin.hall.application.gate.Transition;
import org.yinxin.hall.application.gate.Transition.Rejected;
import org.yinxin.hall.application.gate.Transition.Taken;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.payment.GiveBack;

/**
 * Stores what the engine answered, with history and journal, and sets off what a gate needs that has just opened: a
 * review, an order, or nothing but to be passed at once. Always inside the transaction of a use case that has locked
 * the application.
 */
@Component
class GateKeeper {

    /** The evidence of a gate that nobody had to work, unless its room has a better one. */
    static final String NOT_NEEDED = "not needed";

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final Actor HALL = new Actor.Hall("gates");

    private final Applications applications;
    private final HandedIn handedIn;
    private final ObjectProvider<GateRoom> rooms;
    private final GiveBack giveBack;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    GateKeeper(
            Applications applications,
            HandedIn handedIn,
            ObjectProvider<GateRoom> rooms,
            GiveBack giveBack,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.handedIn = handedIn;
        this.rooms = rooms;
        this.giveBack = giveBack;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /** The time now, as precisely as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** Sets off what the gates need that are open from the start. */
    Application begin(Application application, Actor by) {
        deadlines.note(application, application.openedAt());
        Application now = application;
        for (GatePlan gate : application.business().gates()) {
            if (now.gates().state(gate.code()) instanceof Open) {
                now = opened(now, gate, by);
            }
        }
        return now;
    }

    /** Passes a gate that the caller has seen to be workable. */
    Application pass(Application application, GateCode gate, Actor by, String evidence) {
        return take(
                application, application.gates().pass(gate, now(), by.reference(), evidence), by);
    }

    /** Passes each form and paper gate that is complete, and takes the pass back where it is not any more. */
    Application weigh(Application application, Actor by) {
        Application now = application;
        for (GatePlan gate : application.business().gates()) {
            boolean handIn =
                    gate.settings() instanceof GateSettings.Form
                            || gate.settings() instanceof GateSettings.Papers;
            if (!handIn) {
                continue;
            }
            Contents contents = handedIn.of(now.number());
            boolean complete = Completeness.of(now, contents, today()).at(gate).isEmpty();
            if (complete && now.gates().workable(gate.code())) {
                now = pass(now, gate.code(), by, "complete");
            } else if (!complete
                    && now.gates().state(gate.code()) instanceof Passed
                    && now.gates().changeable(gate.code())) {
                now = take(now, now.gates().reopen(gate.code()), by);
            }
        }
        return now;
    }

    /**
     * Weighs an application that was submitted before, once somebody was identified or has agreed again: what was handed
     * in then and was not returned need not be handed in a second time. A first time is left to whoever applies.
     */
    Application weighAgain(Application application, Actor by) {
        return application.milestones().subject() == null ? application : weigh(application, by);
    }

    /** Stores a transition that the caller has seen to be allowed. */
    Application take(Application application, Transition transition, Actor by) {
        return switch (transition) {
            case Taken(var gates, List<GateChange> changes) ->
                    after(store(application, application.with(gates), changes, by), changes, by);
            case Rejected rejected ->
                    throw new IllegalStateException(application.number() + ": " + rejected);
        };
    }

    /** Stores milestones. */
    Application keep(Application application, Milestones milestones, Actor by) {
        return store(application, application.with(milestones), List.of(), by);
    }

    private Application store(
            Application before, Application after, List<GateChange> changes, Actor by) {
        Application stored = applications.store(before, after, changes, now(), by.reference());
        deadlines.note(stored, stored.changedAt());
        for (GateChange change : changes) {
            audit.record(
                    by,
                    "application.gate-changed",
                    stored.subject(),
                    Map.of(
                            "gate", change.gate().text(),
                            "was", GateColumns.name(change.was()),
                            "became", GateColumns.name(change.became())));
        }
        return stored;
    }

    private Application after(Application application, List<GateChange> changes, Actor by) {
        Application now = application;
        if (changes.stream().anyMatch(change -> change.became() instanceof Refused)) {
            // What was paid for will not come.
            giveBack.all(by, application.number());
        }
        for (GateChange change : changes) {
            GatePlan gate = now.gate(change.gate());
            if (change.became() instanceof Open && now.gates().workable(gate.code())) {
                now = opened(now, gate, by);
            } else if (change.was() instanceof Open && !change.became().passed()) {
                Application shut = now;
                room(gate).ifPresent(room -> room.withdraw(shut, gate, by));
            }
        }
        return now;
    }

    private Application opened(Application application, GatePlan gate, Actor by) {
        Contents contents = handedIn.of(application.number());
        if (gate.mode() instanceof GateMode.Auto) {
            return passByItself(application, gate, "automatic");
        }
        if (gate.mode() instanceof GateMode.SkipWhen(var condition)
                && condition.holds(contents.values())) {
            return passByItself(application, gate, NOT_NEEDED);
        }
        return room(gate)
                .map(room -> room.open(application, gate, contents, by, this))
                .orElse(application);
    }

    private Application passByItself(Application application, GatePlan gate, String why) {
        String evidence =
                room(gate).map(room -> room.passedByItself(application, HALL, why)).orElse(why);
        return pass(application, gate.code(), HALL, evidence);
    }

    private Optional<GateRoom> room(GatePlan gate) {
        return rooms.stream().filter(room -> room.kind().isInstance(gate.settings())).findFirst();
    }
}
