package org.yinxin.hall.payment;

/** What became of a report that money came. */
enum Verdict {
    /** It settled its order. */
    SETTLED,
    /** Its order was settled by this very payment before; nothing was changed. */
    REPEATED,
    /** It does not tell of money. */
    NOTHING,
    /** It came for an order that was closed meanwhile; kept as a concern. */
    PAID_AFTER_CLOSE,
    /** It came for an order that another payment had settled; kept as a concern. */
    PAID_TWICE,
    /** Another amount or currency; kept as a concern. */
    AMOUNT_DIFFERS,
    /** It tells how a refund ended. */
    REFUND_NOTED,
    /** Nobody here asked for this refund. */
    UNKNOWN_REFUND,
    /** Nobody here made this attempt. */
    UNKNOWN_ATTEMPT,
    /** Meant for another merchant. */
    FOREIGN,
    /** Not the channel's. */
    FORGED
}
