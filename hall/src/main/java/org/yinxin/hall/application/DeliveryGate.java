package org.yinxin.hall.application;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.delivery.Delivery;
import org.yinxin.hall.delivery.Handover;
import org.yinxin.hall.delivery.RequestDelivery;

/** Makes a delivery due. What was handed over before a return is not handed over twice. */
@Component
class DeliveryGate implements GateRoom {

    private static final Actor HALL = new Actor.Hall("gates");

    private final RequestDelivery requestDelivery;

    DeliveryGate(RequestDelivery requestDelivery) {
        this.requestDelivery = requestDelivery;
    }

    @Override
    public Class<GateSettings.Delivery> kind() {
        return GateSettings.Delivery.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        Set<Way> ways = ((GateSettings.Delivery) gate.settings()).ways();
        Delivery delivery =
                requestDelivery.request(
                        by,
                        application.number(),
                        gate.code(),
                        ways,
                        wanted(ways, contents.values()).orElse(null));
        return delivery.done()
                .map(
                        done ->
                                gateKeeper.pass(
                                        application, gate.code(), HALL, evidence(done.handover())))
                .orElse(application);
    }

    @Override
    public void withdraw(Application application, GatePlan gate, Actor by) {
        requestDelivery.withdraw(by, application.number(), gate.code());
    }

    /** The way that was answered: any answer that is the name of an offered one. */
    private static Optional<Way> wanted(Set<Way> ways, Map<String, String> answers) {
        return Arrays.stream(Way.values())
                .filter(ways::contains)
                .filter(way -> answers.containsValue(way.name()))
                .findFirst();
    }

    static String evidence(Handover handover) {
        return switch (handover) {
            case Handover.Sent(Way way, _, _) -> "sent " + way;
            case Handover.Collected _ -> "collected in person, identity document seen";
        };
    }
}
