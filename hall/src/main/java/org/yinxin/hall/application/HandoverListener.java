package org.yinxin.hall.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.delegation.HandedOver;
import org.yinxin.hall.issuance.HandOverIssuances;
import org.yinxin.hall.payment.HandOverOrders;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.Departure;
import org.yinxin.hall.token.HandOverUnlockings;

/**
 * Makes what the former agents had of a unit the new agent's, in the transaction of the hand-over: cases with all that was
 * entered, their orders, what is being issued, unlockings and certificates. Where the form can still be changed it names the
 * new agent from now on, and nothing personal of the former one is left in it; what was submitted stays as it was.
 */
@Component
class HandoverListener {

    private static final Actor HALL = new Actor.Hall("handover");

    private final CaseUnits units;
    private final CertificateLedger ledger;
    private final HandOverOrders orders;
    private final HandOverIssuances issuances;
    private final HandOverUnlockings unlockings;
    private final Applications applications;
    private final HandedIn handedIn;
    private final Identifiers identifiers;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;

    HandoverListener(
            CaseUnits units,
            CertificateLedger ledger,
            HandOverOrders orders,
            HandOverIssuances issuances,
            HandOverUnlockings unlockings,
            Applications applications,
            HandedIn handedIn,
            Identifiers identifiers,
            GateKeeper gateKeeper,
            AuditTrail audit) {
        this.units = units;
        this.ledger = ledger;
        this.orders = orders;
        this.issuances = issuances;
        this.unlockings = unlockings;
        this.applications = applications;
        this.handedIn = handedIn;
        this.identifiers = identifiers;
        this.gateKeeper = gateKeeper;
        this.audit = audit;
    }

    @EventListener
    void on(HandedOver done) {
        for (Departure from : done.from()) {
            List<CaseNumber> moved = units.move(from, done.to());
            orders.handOver(moved, done.to());
            issuances.handOver(moved, done.to());
            unlockings.handOver(moved, done.to(), done.mobile());
            ledger.handOver(from, done.to());
            for (CaseNumber number : moved) {
                units.noteMove(number, done.number(), from.account(), done.to(), gateKeeper.now());
                audit.record(
                        HALL,
                        "application.handed-over",
                        "application:" + number,
                        Map.of(
                                "handover", done.number().text(),
                                "from", from.account().toString(),
                                "to", done.to().toString()));
                applications
                        .lock(number)
                        .filter(application -> !application.gates().ended())
                        .ifPresent(application -> rename(application, done));
            }
        }
    }

    private void rename(Application application, HandedOver done) {
        AgentRule rule = application.business().agent();
        if (rule == null) {
            return;
        }
        Map<String, String> agent = new HashMap<>();
        agent.put(rule.name(), done.name());
        agent.put(rule.identityNumber(), done.document().value());
        agent.put(rule.mobile(), done.mobile().value());
        if (rule.email() != null) {
            agent.put(rule.email(), "");
        }
        Contents before = handedIn.of(application.number());
        Set<String> changeable = Changeable.fields(application, before);
        boolean changed = false;
        for (FormField field : application.business().fields()) {
            String value = agent.get(field.name());
            if (value == null || !changeable.contains(field.name())) {
                continue;
            }
            changed = true;
            handedIn.forgetEarlier(application.number(), field.name());
            if (value.isEmpty()) {
                handedIn.forget(application.number(), field.name());
            } else {
                handedIn.answer(
                        application.number(),
                        field.name(),
                        value,
                        field.type().personal(),
                        gateKeeper.now());
            }
        }
        if (changed) {
            identifiers.renew(application, handedIn.of(application.number()).values());
            gateKeeper.weigh(application, HALL);
        }
    }
}
