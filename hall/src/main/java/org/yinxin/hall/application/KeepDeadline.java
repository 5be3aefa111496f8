package org.yinxin.hall.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Turn;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Does to one application what its patience demands: reminds its subscriber of a return, or ends it. An end is a
 * refusal by the hall at the gate where the subscriber was waited for; its place is given up and its subscriber told. What is due is decided here, from the locked application: done twice, or by two nodes at
 * once, the second time finds nothing to do.
 */
@Component
class KeepDeadline {

    static final Actor HALL = new Actor.Hall("deadlines");

    private final Applications applications;
    private final HandedIn handedIn;
    private final Deadlines deadlines;
    private final GateKeeper gateKeeper;
    private final Eligibility eligibility;
    private final Notices notices;
    private final AuditTrail audit;

    KeepDeadline(
            Applications applications,
            HandedIn handedIn,
            Deadlines deadlines,
            GateKeeper gateKeeper,
            Eligibility eligibility,
            Notices notices,
            AuditTrail audit) {
        this.applications = applications;
        this.handedIn = handedIn;
        this.deadlines = deadlines;
        this.gateKeeper = gateKeeper;
        this.eligibility = eligibility;
        this.notices = notices;
        this.audit = audit;
    }

    @Transactional
    public void keep(CaseNumber number) {
        Application application = applications.lock(number).orElseThrow();
        Instant touchedAt = touchedAt(application);
        Instant now = gateKeeper.now();
        Optional<Limit> due =
                Limit.of(application, touchedAt, deadlines.remindedAt(number))
                        .filter(limit -> !limit.at().isAfter(now));
        if (due.isEmpty()) {
            deadlines.note(application, touchedAt);
            return;
        }
        switch (due.get()) {
            case Limit.Remind _ -> {
                notices.tell(application, "correction-due");
                audit.record(HALL, "application.reminded", application.subject());
                deadlines.reminded(number, now);
                deadlines.note(application, touchedAt);
            }
            case Limit.Close(_, HallReason why) -> close(application, why, now);
        }
    }

    private void close(Application application, HallReason why, Instant now) {
        GateCode gate = waitedAt(application);
        Application closed =
                gateKeeper.take(
                        application,
                        application.gates().refuse(gate, why.reasons(), now, HALL.reference()),
                        HALL);
        eligibility.giveUp(closed);
        audit.record(HALL, "application.expired", closed.subject(), Map.of("reason", why.notice()));
        notices.tell(closed, why.notice());
    }

    /** The gate that was returned, or else the first at which it is the subscriber's turn. */
    private static GateCode waitedAt(Application application) {
        Stream<GateCode> workable =
                application.gates().codes().stream().filter(application.gates()::workable);
        return workable.min(
                        Comparator.comparingInt(
                                gate ->
                                        application.gates().state(gate)
                                                        instanceof GateState.Returned
                                                ? 0
                                                : application.gate(gate).settings().turn()
                                                                == Turn.SUBSCRIBER
                                                        ? 1
                                                        : 2))
                .orElseThrow(
                        () -> new IllegalStateException(application.number() + " waits nowhere"));
    }

    /** When the subscriber last worked on it: a gate, an answer or a paper. */
    private Instant touchedAt(Application application) {
        Contents contents = handedIn.of(application.number());
        return Stream.concat(
                        Stream.of(application.changedAt()),
                        Stream.concat(
                                contents.answers().values().stream().map(Contents.Answer::savedAt),
                                contents.papers().values().stream()
                                        .map(Contents.GivenPaper::attachedAt)))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
