package org.yinxin.hall.application;

import org.yinxin.hall.outcome.ErrorCode;

/** Why an officer does not serve a visitor at the counter. */
public enum CounterError implements ErrorCode {
    NOT_AN_ENTRY_OFFICER(2570, Kind.FORBIDDEN),
    /** The violations say what is missing or wrong about the visitor. */
    VISITOR_INCOMPLETE(2571, Kind.INVALID),
    /** There is none, a colleague received the visitor, or it was longer ago than a working day. */
    NO_SUCH_VISIT(2572, Kind.NOT_FOUND),
    /** The plan offers the business on line alone. */
    NOT_AT_THE_COUNTER(2573, Kind.CONFLICT),
    /** It was not entered at the counter. */
    NO_SUCH_CASE(2574, Kind.NOT_FOUND),
    /** The plan does not ask this case for such a paper. */
    NO_SUCH_PAPER(2575, Kind.NOT_FOUND),
    /** There is no receipt for what was not submitted. */
    NOT_SUBMITTED(2576, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    CounterError(int number, Kind kind) {
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
