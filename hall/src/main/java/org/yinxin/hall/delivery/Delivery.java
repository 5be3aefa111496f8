package org.yinxin.hall.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One delivery.
 *
 * @param number the case
 * @param gate the gate of the case that waits for it
 * @param ways the ways that the plan offers
 * @param wanted the way that the subscriber asked for; null when nothing was said
 * @param dueAt since when it is due
 * @param state where it stands
 */
public record Delivery(
        CaseNumber number,
        GateCode gate,
        Set<Way> ways,
        @Nullable Way wanted,
        Instant dueAt,
        DeliveryState state) {

    public Delivery {
        ways = Set.copyOf(ways);
    }

    /** How it was handed over; empty before. */
    public Optional<DeliveryState.Done> done() {
        return state instanceof DeliveryState.Done done ? Optional.of(done) : Optional.empty();
    }

    Delivery in(DeliveryState next) {
        return new Delivery(number, gate, ways, wanted, dueAt, next);
    }

    /** What the journal calls it. */
    String subject() {
        return "application:" + number;
    }
}
