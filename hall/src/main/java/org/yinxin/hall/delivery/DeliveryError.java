package org.yinxin.hall.delivery;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a delivery is not shown, handed over or corrected. */
public enum DeliveryError implements ErrorCode {
    NO_SUCH_DELIVERY(2601, Kind.NOT_FOUND),
    NOT_A_PRODUCER(2602, Kind.FORBIDDEN),
    /** The case does not wait for it any more. */
    NOT_DUE(2603, Kind.CONFLICT),
    /** In another way, or with another number: that is a correction. */
    HANDED_OVER_ALREADY(2604, Kind.CONFLICT),
    WAY_NOT_OFFERED(2605, Kind.INVALID),
    /** The violations say what is missing or wrong. */
    INCOMPLETE(2606, Kind.INVALID),
    NOT_HANDED_OVER(2607, Kind.CONFLICT),
    /** It was collected in person: there is no number to correct. */
    COLLECTED_IN_PERSON(2608, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    DeliveryError(int number, Kind kind) {
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
