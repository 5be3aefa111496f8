package org.yinxin.hall.payment;

/** Why money goes back. */
public enum RefundReason {
    /** The application ended without what was paid for. */
    APPLICATION_ENDED,
    /** It came for an order that was closed. */
    PAID_AFTER_CLOSE,
    /** It came for an order that was paid already. */
    PAID_TWICE,
    /** It was not the amount that was asked for. */
    AMOUNT_DIFFERS
}
