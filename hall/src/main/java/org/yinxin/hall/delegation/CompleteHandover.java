package org.yinxin.hall.delegation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.account.Accounts;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.Notify;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.subscriber.AuthorisationEnd;
import org.yinxin.hall.subscriber.EndAuthorisations;
import org.yinxin.hall.subscriber.RegisterSubscriber;
import org.yinxin.hall.subscriber.Registration;

/**
 * Makes a proved hand-over so: all authorisations for the unit end, the new one begins today, what the former agents had goes
 * over, and everybody is told. All of it or nothing, in the transaction of the proof.
 */
@Component
class CompleteHandover {

    private final Handovers handovers;
    private final UnitRecords records;
    private final EndAuthorisations end;
    private final RegisterSubscriber register;
    private final Agents agents;
    private final Accounts accounts;
    private final Notify notify;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompleteHandover(
            Handovers handovers,
            UnitRecords records,
            EndAuthorisations end,
            RegisterSubscriber register,
            Agents agents,
            Accounts accounts,
            Notify notify,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.records = records;
        this.end = end;
        this.register = register;
        this.agents = agents;
        this.accounts = accounts;
        this.notify = notify;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses what is too late, and an agent whose account was closed.
     *
     * @param handover locked by the caller
     * @param evidence what proves it, without personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Handover> complete(Actor by, Handover handover, String evidence) {
        Optional<UnitRecord> unit = records.of(handover.unit());
        Optional<MobileNumber> mobile = accounts.mobileOf(handover.account());
        if (unit.isEmpty() || mobile.isEmpty()) {
            return Outcome.refused(DelegationError.AGENT_GONE);
        }
        if (handover.until().isBefore(agents.today())) {
            return Outcome.refused(DelegationError.NOT_OPEN);
        }
        String name = unit.get().name();
        List<AccountId> former =
                end
                        .end(
                                by,
                                handover.unit(),
                                null,
                                AuthorisationEnd.HANDED_OVER,
                                handover.number().text())
                        .stream()
                        .filter(one -> !one.equals(handover.account()))
                        .toList();
        register.register(
                by,
                new Registration(
                        handover.number(),
                        handover.unit(),
                        name,
                        new Registration.Agent(
                                handover.account(),
                                handover.name(),
                                handover.document(),
                                mobile.get(),
                                null,
                                agents.today(),
                                handover.until())));
        handovers.decide(
                handover.number(), Handover.State.DONE, by.reference(), null, clock.instant());
        audit.record(
                by,
                "delegation.handed-over",
                "handover:" + handover.number(),
                Map.of(
                        "unit", handover.unit().value(),
                        "to", handover.account().toString(),
                        "until", handover.until().toString(),
                        "evidence", evidence));
        events.publishEvent(
                new HandedOver(
                        handover.number(),
                        handover.unit(),
                        agents.departures(handover.unit()),
                        handover.account(),
                        handover.name(),
                        handover.document(),
                        mobile.get()));
        tell(handover, name, mobile.get(), former);
        return Outcome.done(handover);
    }

    private void tell(Handover handover, String unit, MobileNumber mobile, List<AccountId> former) {
        for (AccountId one : former) {
            notify.inbox(one, "delegation.inbox.replaced", null, unit, mobile.masked());
            accounts.mobileOf(one).ifPresent(to -> notify.sms(to, "delegation.sms.replaced", unit));
        }
        String until = handover.until().toString();
        notify.inbox(
                handover.account(),
                "delegation.inbox.now",
                "/units/" + handover.unit().value(),
                unit,
                until);
        notify.sms(mobile, "delegation.sms.now", unit, until);
    }
}
