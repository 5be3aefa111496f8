package org.yinxin.hall.delivery;

import org.yinxin.hall.catalogue.GateSettings.Way;

/** How something was handed over. */
public sealed interface Handover {

    /**
     * Given to a courier.
     *
     * @param way who pays for it
     * @param carrier the courier's name
     * @param trackingNumber the number of the parcel
     */
    record Sent(Way way, String carrier, TrackingNumber trackingNumber) implements Handover {
        public Sent {
            if (way == Way.PICKUP) {
                throw new IllegalArgumentException("nothing is sent to whoever collects it");
            }
        }
    }

    /** Collected in person (自取), by somebody whose identity document was seen. */
    record Collected() implements Handover {
        @Override
        public Way way() {
            return Way.PICKUP;
        }
    }

    /** Which of the ways of the plan it was. */
    Way way();
}
