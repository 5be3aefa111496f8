package org.yinxin.hall.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.application.gate.GateState.Open;
import org.yinxin.hall.application.gate.GateState.Passed;
import org.yinxin.hall.application.gate.Transition;
import org.yinxin.hall.application.gate.Transition.Rejected;
import org.yinxin.hall.application.gate.Transition.Taken;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateMode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.OpenReview;

/**
 * Stores what the engine answered, with history and journal, and sets off what a gate needs that has just opened: a
 * review, an order, or nothing but to be passed at once. Always inside the transaction of a use case that has locked
 * the application.
 */
@Component
class GateKeeper {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Actor HALL = new Actor.Hall("gates");

    private final Applications applications;
    private final HandedIn handedIn;
    private final OpenReview openReview;
    private final Bills bills;
    private final Notices notices;
    private final AuditTrail audit;
    private final Clock clock;

    GateKeeper(
            Applications applications,
            HandedIn handedIn,
            OpenReview openReview,
            Bills bills,
            Notices notices,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.handedIn = handedIn;
        this.openReview = openReview;
        this.bills = bills;
        this.notices = notices;
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
        for (GateChange change : changes) {
            GatePlan gate = now.gate(change.gate());
            if (change.became() instanceof Open && now.gates().workable(gate.code())) {
                now = opened(now, gate, by);
            } else if (change.was() instanceof Open && !change.became().passed()) {
                bills.withdraw(now, gate, by);
            }
        }
        return now;
    }

    private Application opened(Application application, GatePlan gate, Actor by) {
        Contents contents = handedIn.of(application.number());
        if (gate.mode() instanceof GateMode.Auto) {
            return pass(application, gate.code(), HALL, "automatic");
        }
        if (gate.mode() instanceof GateMode.SkipWhen(var condition)
                && condition.holds(contents.values())) {
            return pass(application, gate.code(), HALL, "not needed");
        }
        return switch (gate.settings()) {
            case GateSettings.Review review -> review(application, review, contents, by);
            case GateSettings.Payment payment -> bill(application, gate, payment, contents, by);
            case GateSettings.Form _,
                    GateSettings.Consent _,
                    GateSettings.Papers _,
                    GateSettings.Submission _,
                    GateSettings.Production _ ->
                    application;
        };
    }

    private Application review(
            Application application, GateSettings.Review review, Contents contents, Actor by) {
        Dossier dossier = Dossiers.of(application, contents, today());
        switch (openReview.open(by, application.number(), dossier, review.reasons())) {
            case Outcome.Done<Integer> _ -> notices.tell(application, "submitted");
            case Outcome.Refused<Integer>(var refusal) ->
                    throw new IllegalStateException(
                            "no review opens for " + application.number() + ": " + refusal);
        }
        return application;
    }

    private Application bill(
            Application application,
            GatePlan gate,
            GateSettings.Payment payment,
            Contents contents,
            Actor by) {
        return switch (bills.place(application, payment, contents, by)) {
            case Bills.Bill.Free _ -> pass(application, gate.code(), HALL, "free");
            case Bills.Bill.Settled(var order) ->
                    pass(
                            keep(application, application.milestones().ordered(order), by),
                            gate.code(),
                            HALL,
                            "order:" + order);
            case Bills.Bill.Due(var order) -> {
                notices.tell(application, "pay");
                yield keep(application, application.milestones().ordered(order), by);
            }
        };
    }
}
