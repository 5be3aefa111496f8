package org.yinxin.hall.delivery;

import java.time.Clock;
import java.time.Instant;
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
 * A producer officer hands the medium and the papers over. The same once more changes nothing.
 *
 * <p>Refuses anybody but a producer; a delivery that is not there, or that its case does not wait for; a way that the
 * plan does not offer; a parcel without a carrier or a number that can be one; a collection without the identity
 * document seen; and what was handed over in another way, which is a correction.
 */
@Component
public class HandOver {

    private final Deliveries deliveries;
    private final Consignees consignees;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    HandOver(
            Deliveries deliveries,
            Consignees consignees,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.deliveries = deliveries;
        this.consignees = consignees;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Delivery> handOver(
            Actor actor, CaseNumber number, GateCode gate, TypedHandover typed) {
        if (!(actor instanceof Actor.Operator officer) || !actor.has(Role.PRODUCER)) {
            return Outcome.refused(DeliveryError.NOT_A_PRODUCER);
        }
        boolean awaited = consignees.awaits(number, gate);
        return deliveries
                .hold(number, gate)
                .map(
                        delivery ->
                                typed.check(delivery.ways())
                                        .flatMap(how -> handOver(officer, delivery, how, awaited)))
                .orElseGet(() -> Outcome.refused(DeliveryError.NO_SUCH_DELIVERY));
    }

    private Outcome<Delivery> handOver(
            Actor.Operator officer, Delivery delivery, Handover handover, boolean awaited) {
        return switch (delivery.state()) {
            case DeliveryState.Done(Handover before, _, _) ->
                    before.equals(handover)
                            ? Outcome.done(delivery)
                            : Outcome.refused(DeliveryError.HANDED_OVER_ALREADY);
            case DeliveryState.Withdrawn _ -> Outcome.refused(DeliveryError.NOT_DUE);
            case DeliveryState.Due _ ->
                    awaited
                            ? Outcome.done(record(officer, delivery, handover))
                            : Outcome.refused(DeliveryError.NOT_DUE);
        };
    }

    private Delivery record(Actor.Operator officer, Delivery delivery, Handover handover) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var done = new DeliveryState.Done(handover, at, officer.reference());
        deliveries.handedOver(delivery, done);
        audit.record(
                officer,
                "delivery.handed-over",
                delivery.subject(),
                Map.of("gate", delivery.gate().text(), "way", handover.way().name()));
        events.publishEvent(new HandedOver(delivery.number(), delivery.gate(), handover, officer));
        return delivery.in(done);
    }
}
