package org.yinxin.hall.delivery;

import java.time.Instant;

/** Where a delivery stands. */
public sealed interface DeliveryState {

    /** It is to be handed over. */
    record Due() implements DeliveryState {}

    /** Something before it was returned; it may become due again. */
    record Withdrawn() implements DeliveryState {}

    /**
     * It is gone.
     *
     * @param handover how
     * @param at when
     * @param by who handed it over, as {@code Actor.reference()}
     */
    record Done(Handover handover, Instant at, String by) implements DeliveryState {}
}
