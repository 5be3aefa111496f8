package org.yinxin.hall.payment;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a payment is refused. */
public enum PaymentError implements ErrorCode {
    /** There is no such order, or it is somebody else's: the answer is the same. */
    NO_SUCH_ORDER(1801, Kind.NOT_FOUND),
    /** The order is paid; nothing is charged again. */
    ALREADY_SETTLED(1802, Kind.CONFLICT),
    /** The order is closed. */
    ORDER_CLOSED(1803, Kind.CONFLICT),
    /** The order cannot be paid this way. */
    CHANNEL_NOT_OFFERED(1804, Kind.INVALID),
    /** The channel does not answer; nothing was charged, the same try can be repeated. */
    CHANNEL_UNAVAILABLE(1805, Kind.UNAVAILABLE),
    /** Money came that does not fit the order; staff looks at it first. */
    UNDER_INVESTIGATION(1806, Kind.CONFLICT),
    /** A notification whose signature, age or content is not the channel's. */
    NOTIFICATION_FORGED(1811, Kind.UNAUTHENTICATED),
    /** A genuine notification for another merchant or about an attempt nobody made. */
    NOTIFICATION_UNKNOWN(1812, Kind.NOT_FOUND),
    /** A genuine notification of another amount or currency than the order's. */
    NOTIFICATION_AMOUNT(1813, Kind.INVALID),
    /** A notification longer than any channel sends. */
    NOTIFICATION_TOO_LARGE(1814, Kind.TOO_LARGE);

    private final int number;
    private final Kind kind;

    PaymentError(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
