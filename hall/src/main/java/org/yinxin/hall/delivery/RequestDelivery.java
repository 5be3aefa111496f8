package org.yinxin.hall.delivery;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.reference.CaseNumber;

/** Makes a delivery due, or takes it back. What was handed over once stays handed over. Refuses nothing. */
@Component
public class RequestDelivery {

    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final Clock clock;

    RequestDelivery(Deliveries deliveries, AuditTrail audit, Clock clock) {
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers the delivery as it stands: due, or handed over before the case was returned. */
    @Transactional
    public Delivery request(
            Actor by, CaseNumber number, GateCode gate, Set<Way> ways, @Nullable Way wanted) {
        deliveries.due(number, gate, ways, wanted, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Delivery delivery = deliveries.find(number, gate).orElseThrow();
        if (delivery.state() instanceof DeliveryState.Due) {
            audit.record(by, "delivery.due", delivery.subject(), Map.of("gate", gate.text()));
        }
        return delivery;
    }

    /** The case does not wait for it any more. */
    @Transactional
    public void withdraw(Actor by, CaseNumber number, GateCode gate) {
        if (deliveries.withdraw(number, gate)) {
            audit.record(
                    by, "delivery.withdrawn", "application:" + number, Map.of("gate", gate.text()));
        }
    }
}
