package org.yinxin.hall.application;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.payment.OrderSettled;

/**
 * Moves an application on when its order was settled, in the transaction that settles it. Money for an order that the
 * application does not wait for changes nothing here; it is journalled, and payment keeps it.
 */
@Component
class PaymentListener {

    private static final Actor HALL = new Actor.Hall("payment");

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final Notices notices;
    private final AuditTrail audit;

    PaymentListener(
            Applications applications, GateKeeper gateKeeper, Notices notices, AuditTrail audit) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.notices = notices;
        this.audit = audit;
    }

    @EventListener
    void on(OrderSettled settled) {
        Optional<Application> awaited =
                applications
                        .lock(settled.caseNumber())
                        .filter(
                                application ->
                                        settled.order().equals(application.milestones().order()));
        Optional<GatePlan> gate =
                awaited.flatMap(application -> application.workable(GateSettings.Payment.class));
        if (gate.isEmpty()) {
            audit.record(
                    HALL,
                    "application.payment-ignored",
                    "application:" + settled.caseNumber(),
                    Map.of("order", settled.order().toString()));
            return;
        }
        Application paid =
                gateKeeper.pass(awaited.get(), gate.get().code(), HALL, "order:" + settled.order());
        notices.tell(paid, "settled");
    }
}
