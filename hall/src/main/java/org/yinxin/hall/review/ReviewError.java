package org.yinxin.hall.review;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a review is not opened, entered, decided or read. */
public enum ReviewError implements ErrorCode {
    NO_SUCH_CASE(1701, Kind.NOT_FOUND),
    NO_SUCH_PAPER(1702, Kind.NOT_FOUND),
    NOT_A_REVIEWER(1703, Kind.FORBIDDEN),
    NOT_AN_ENTRY_OFFICER(1704, Kind.FORBIDDEN),
    NOT_AN_APPROVING_OFFICER(1705, Kind.FORBIDDEN),
    /** Four eyes: the same person entered it. */
    ENTERED_BY_YOURSELF(1706, Kind.FORBIDDEN),
    STILL_UNDER_REVIEW(1707, Kind.CONFLICT),
    NOT_ENTERED_YET(1708, Kind.CONFLICT),
    ENTERED_ALREADY(1709, Kind.CONFLICT),
    DECIDED_ALREADY(1710, Kind.CONFLICT),
    /** The page shows a round that is over: the subscriber has submitted again. */
    ANOTHER_ROUND(1711, Kind.CONFLICT),
    /** The violations name the items. */
    VERDICTS_INCOMPLETE(1712, Kind.INVALID),
    NO_REASON_GIVEN(1713, Kind.INVALID),
    /** The violations say what is wrong with which reason. */
    REASONS_WRONG(1714, Kind.INVALID),
    APPROVED_WITH_REASONS(1715, Kind.INVALID),
    NOTE_TOO_LONG(1716, Kind.INVALID),
    NOT_A_DECISION(1717, Kind.INVALID),
    /** Argument: the colleague's name. */
    CLAIMED_BY_ANOTHER(1725, Kind.CONFLICT),
    NOT_CLAIMED(1726, Kind.CONFLICT),
    NOTHING_TO_CLAIM(1727, Kind.NOT_FOUND),
    NOTE_EMPTY(1728, Kind.INVALID),
    /** Lists are taken out by auditors and approving officers only. */
    NOT_FOR_EXPORT(1729, Kind.FORBIDDEN),
    /** The plan asks the approving officer for an amount, and none was given, or none that can be read. */
    NOT_A_SURCHARGE(1741, Kind.INVALID),
    SURCHARGE_NOT_ASKED(1742, Kind.INVALID),
    /** Four eyes: the same person took it in at the counter. */
    RECEIVED_BY_YOURSELF(1743, Kind.FORBIDDEN);

    private final int number;
    private final Kind kind;

    ReviewError(int number, Kind kind) {
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
