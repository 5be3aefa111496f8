package org.yinxin.hall.payment;

import java.time.Instant;

/** Where an order stands. */
public sealed interface OrderState {

    /** 未支付 */
    record Unpaid() implements OrderState {}

    /**
     * 已支付. Never changes back; a refund is a fact of its own.
     *
     * @param at when the channel took the money
     * @param channel over which it came
     * @param transaction the channel's own number for it
     */
    record Settled(Instant at, ChannelCode channel, String transaction) implements OrderState {}

    /** 已关闭: nothing shall be paid any more. */
    record Closed(Instant at, CloseReason reason) implements OrderState {}

    /** The name in the database and the message files. */
    default String code() {
        return switch (this) {
            case Unpaid _ -> "UNPAID";
            case Settled _ -> "SETTLED";
            case Closed _ -> "CLOSED";
        };
    }

    /** Why an order was closed. */
    enum CloseReason {
        /** The case does not need it any more. */
        WITHDRAWN,
        /** It was not paid in time. */
        OVERDUE,
        /** Another order with other lines took its place. */
        REPLACED
    }
}
