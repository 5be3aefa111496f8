package org.yinxin.hall.catalogue;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a plan is not proposed or released. */
public enum PlanError implements ErrorCode {
    NOT_AN_ADMINISTRATOR(3000, Kind.FORBIDDEN),
    /** Nothing was given, or it is no text of UTF-8, or too long. */
    NOT_A_PLAN(3001, Kind.INVALID),
    /** The arguments are the faults, each with its line. */
    FAULTY(3002, Kind.INVALID),
    /** It is what is live already. */
    NOTHING_NEW(3003, Kind.CONFLICT),
    /** Another proposal for the same plan waits. */
    ONE_WAITS(3004, Kind.CONFLICT),
    NO_SUCH_PROPOSAL(3005, Kind.NOT_FOUND),
    DECIDED_ALREADY(3006, Kind.CONFLICT),
    /** Two people release a plan. */
    PROPOSED_BY_YOU(3007, Kind.FORBIDDEN),
    /** Another version was released since. */
    OUTDATED(3008, Kind.CONFLICT),
    NO_SUCH_VERSION(3009, Kind.NOT_FOUND);

    private final int number;
    private final Kind kind;

    PlanError(int number, Kind kind) {
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
