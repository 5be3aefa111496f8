package org.yinxin.hall.notification;

import org.yinxin.hall.outcome.ErrorCode;

/** Refusals of this package. */
public enum NotificationError implements ErrorCode {
    NOT_REPEATABLE(2100, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    NotificationError(int number, Kind kind) {
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
