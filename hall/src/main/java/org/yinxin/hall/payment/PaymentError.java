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
    /** Words that are longer than is kept. */
    WORDS_TOO_LONG(1821, Kind.INVALID),
    /** Money is dealt with by finance officers. */
    NOT_A_FINANCE_OFFICER(1822, Kind.FORBIDDEN),
    NO_SUCH_VOUCHER(1823, Kind.NOT_FOUND),
    /** It was confirmed, returned or replaced meanwhile. */
    VOUCHER_CHECKED(1824, Kind.CONFLICT),
    /** The bank's number of a transfer is missing or is none. */
    NOT_A_BANK_NUMBER(1825, Kind.INVALID),
    /** This transfer has paid another order. */
    BANK_NUMBER_USED(1826, Kind.CONFLICT),
    /** What has arrived is not what was asked for. */
    ANOTHER_AMOUNT(1827, Kind.INVALID),
    /** A return without a word says nothing. */
    NO_WORDS(1828, Kind.INVALID),
    NOT_AN_AMOUNT(1829, Kind.INVALID),
    NO_SUCH_REFUND(1831, Kind.NOT_FOUND),
    /** It is done, or the channel is still working on it. */
    REFUND_NOT_OPEN(1832, Kind.CONFLICT),
    NO_SUCH_CONCERN(1833, Kind.NOT_FOUND),
    /** Another currency, which no channel gives back. */
    NOT_RETURNABLE(1834, Kind.CONFLICT),
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
