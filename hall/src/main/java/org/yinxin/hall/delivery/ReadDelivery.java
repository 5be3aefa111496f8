package org.yinxin.hall.delivery;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Shows a producer one delivery with its address in clear, which is recorded.
 *
 * <p>Refuses anybody but a producer, and a delivery that is not there.
 */
@Component
public class ReadDelivery {

    private final Deliveries deliveries;
    private final Consignees consignees;
    private final AuditTrail audit;

    ReadDelivery(Deliveries deliveries, Consignees consignees, AuditTrail audit) {
        this.deliveries = deliveries;
        this.consignees = consignees;
        this.audit = audit;
    }

    @Transactional
    public Outcome<AddressedDelivery> read(Actor actor, CaseNumber number, GateCode gate) {
        if (!actor.has(Role.PRODUCER)) {
            return Outcome.refused(DeliveryError.NOT_A_PRODUCER);
        }
        return deliveries
                .find(number, gate)
                .map(
                        delivery -> {
                            audit.record(
                                    actor,
                                    "delivery.address-read",
                                    delivery.subject(),
                                    Map.of("gate", gate.text()));
                            return Outcome.done(
                                    new AddressedDelivery(delivery, consignees.address(number)));
                        })
                .orElseGet(() -> Outcome.refused(DeliveryError.NO_SUCH_DELIVERY));
    }
}
