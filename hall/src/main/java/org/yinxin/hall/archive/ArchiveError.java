package org.yinxin.hall.archive;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a paper is not taken. */
public enum ArchiveError implements ErrorCode {
    EMPTY(1401, Kind.INVALID),
    TOO_LARGE(1402, Kind.TOO_LARGE),
    /** It is something else; the violation says what. */
    FORMAT_NOT_TAKEN(1403, Kind.INVALID),
    TOO_MANY_PIXELS(1404, Kind.INVALID),
    DAMAGED(1405, Kind.INVALID),
    /** A picture with something else in it or after it. */
    CARRIES_SOMETHING_ELSE(1406, Kind.INVALID);

    private final int number;
    private final Kind kind;

    ArchiveError(int number, Kind kind) {
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
