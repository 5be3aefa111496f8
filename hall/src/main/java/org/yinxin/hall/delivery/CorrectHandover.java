package org.yinxin.hall.delivery;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * A producer officer corrects a mistyped carrier or tracking number. What stood there before is kept, and the
 * subscriber is told. The same once more changes nothing.
 *
 * <p>Refuses anybody but a producer; a delivery that is not there, was not handed over, or was collected in person; a
 * carrier or a number that cannot be one.
 */
@Component
public class CorrectHandover {

    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectHandover(
            Deliveries deliveries,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.deliveries = deliveries;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Delivery> correct(
            Actor actor, CaseNumber number, GateCode gate, String carrier, String trackingNumber) {
        if (!actor.has(Role.PRODUCER)) {
            return Outcome.refused(DeliveryError.NOT_A_PRODUCER);
        }
        return deliveries
                .hold(number, gate)
                .map(delivery -> correct(actor, delivery, carrier, trackingNumber))
                .orElseGet(() -> Outcome.refused(DeliveryError.NO_SUCH_DELIVERY));
    }

    private Outcome<Delivery> correct(
            Actor actor, Delivery delivery, String carrier, String trackingNumber) {
        if (!(delivery.state() instanceof DeliveryState.Done done)) {
            return Outcome.refused(DeliveryError.NOT_HANDED_OVER);
        }
        if (!(done.handover() instanceof Handover.Sent before)) {
            return Outcome.refused(DeliveryError.COLLECTED_IN_PERSON);
        }
        return new TypedHandover("", carrier, trackingNumber, false)
                .sent(before.way())
                .map(
                        after ->
                                before.equals(after)
                                        ? delivery
                                        : correct(actor, delivery, done, before, after));
    }

    private Delivery correct(
            Actor actor,
            Delivery delivery,
            DeliveryState.Done done,
            Handover.Sent before,
            Handover.Sent after) {
        deliveries.corrected(
                delivery,
                before,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.reference());
        var corrected = new DeliveryState.Done(after, done.at(), done.by());
        deliveries.handedOver(delivery, corrected);
        audit.record(
                actor,
                "delivery.corrected",
                delivery.subject(),
                Map.of(
                        "gate", delivery.gate().text(),
                        "wasEnding", before.trackingNumber().tail(),
                        "becameEnding", after.trackingNumber().tail()));
        events.publishEvent(new HandoverCorrected(delivery.number(), after));
        return delivery.in(corrected);
    }
}
