package org.yinxin.hall.calendar;

import org.yinxin.hall.outcome.ErrorCode;

/** Why the calendar is not changed. */
public enum CalendarError implements ErrorCode {
    NOT_AN_ADMINISTRATOR(2500, Kind.FORBIDDEN),
    /** The violations name the fields. */
    HOURS_WRONG(2501, Kind.INVALID),
    /** The violations name the fields. */
    DAYS_WRONG(2502, Kind.INVALID),
    NO_SUCH_DAY(2503, Kind.NOT_FOUND);

    private final int number;
    private final Kind kind;

    CalendarError(int number, Kind kind) {
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
