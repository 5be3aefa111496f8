package org.yinxin.hall.application;

import org.yinxin.hall.outcome.ErrorCode;

/** Why the staff's lists, searches and counts are not shown. */
public enum DeskError implements ErrorCode {
    NOT_FOR_SEARCH(2550, Kind.FORBIDDEN),
    /** Nothing, or a single character, was searched for. */
    QUERY_SHORT(2551, Kind.INVALID),
    NOT_FOR_OVERVIEW(2552, Kind.FORBIDDEN);

    private final int number;
    private final Kind kind;

    DeskError(int number, Kind kind) {
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
