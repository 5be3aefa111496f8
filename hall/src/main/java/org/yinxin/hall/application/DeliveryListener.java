package org.yinxin.hall.application;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinxin.hall.delivery.HandedOver;
import org.yinxin.hall.delivery.Handover;
import org.yinxin.hall.delivery.HandoverCorrected;

/**
 * Moves an application on when what it waits for was handed over, in the transaction of the handover, and tells the
 * subscriber. Delivery has asked whether the case waits for it, so a gate that cannot be passed undoes the handover.
 */
@Component
class DeliveryListener {

    private final Applications applications;
    private final GateKeeper gateKeeper;
    private final Notices notices;

    DeliveryListener(Applications applications, GateKeeper gateKeeper, Notices notices) {
        this.applications = applications;
        this.gateKeeper = gateKeeper;
        this.notices = notices;
    }

    @EventListener
    void on(HandedOver handed) {
        Application application = applications.lock(handed.number()).orElseThrow();
        Application passed =
                gateKeeper.pass(
                        application,
                        handed.gate(),
                        handed.by(),
                        DeliveryGate.evidence(handed.handover()));
        notices.tell(
                passed,
                switch (handed.handover()) {
                    case Handover.Sent _ -> "sent";
                    case Handover.Collected _ -> "collected";
                });
    }

    @EventListener
    void on(HandoverCorrected corrected) {
        notices.tell(applications.find(corrected.number()).orElseThrow(), "sent-corrected");
    }
}
