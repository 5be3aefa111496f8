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
    /** A picture or a document with something else in it or after it. */
    CARRIES_SOMETHING_ELSE(1406, Kind.INVALID),
    NEEDS_A_PASSWORD(1407, Kind.INVALID),
    TOO_MANY_PAGES(1408, Kind.INVALID),
    NOT_A_PAGE_OF_PAPER(1409, Kind.INVALID),
    /** The violation says what it does. */
    DOES_MORE_THAN_PAPER(1410, Kind.INVALID),
    CANNOT_BE_SHOWN(1411, Kind.INVALID),
    TAKES_TOO_MUCH(1412, Kind.INVALID),
    /** Nothing is wrong with the paper; others are being read. */
    READERS_BUSY(1413, Kind.UNAVAILABLE),
    NO_SUCH_PAGE(1414, Kind.NOT_FOUND);

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
