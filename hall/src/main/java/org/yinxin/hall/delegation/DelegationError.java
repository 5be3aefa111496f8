package org.yinxin.hall.delegation;

import org.yinxin.hall.outcome.ErrorCode;

/** Refusals around agents and hand-overs. */
public enum DelegationError implements ErrorCode {
    /** Also for a unit that somebody else acts for: who acts for whom is not told. */
    NO_SUCH_UNIT(3101, Kind.NOT_FOUND),
    /** Also for somebody else's. */
    NO_SUCH_HANDOVER(3102, Kind.NOT_FOUND),
    /** What was typed is not all right. */
    WISH_WRONG(3103, Kind.INVALID),
    /** Nobody has an approved application for a unit with this code. */
    UNIT_NOT_RECORDED(3104, Kind.CONFLICT),
    /** The plans of the unit allow no way on line. */
    NOT_ON_LINE(3105, Kind.CONFLICT),
    /** This way is not one of the unit's. */
    WAY_NOT_OFFERED(3106, Kind.CONFLICT),
    /** It was decided, taken back, or waits for an officer. */
    NOT_OPEN(3107, Kind.CONFLICT),
    /** The legal representative was asked often enough today; argument: how often. */
    ASKED_TOO_OFTEN(3108, Kind.TOO_MANY),
    TOO_MANY_WISHES(3109, Kind.TOO_MANY),
    NOT_AN_APPROVING_OFFICER(3110, Kind.FORBIDDEN),
    NOTHING_TO_DECIDE(3111, Kind.CONFLICT),
    /** Why, in words, is missing or too long. */
    WORDS_WANTED(3112, Kind.INVALID),
    /** The account of the new agent was closed. */
    AGENT_GONE(3113, Kind.CONFLICT),
    /** Nobody acts for the unit who could be dismissed. */
    NOBODY_ACTS(3114, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    DelegationError(int number, Kind kind) {
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
