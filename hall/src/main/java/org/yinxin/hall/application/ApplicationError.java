package org.yinxin.hall.application;

import org.yinxin.hall.outcome.ErrorCode;

/** Why an application is not opened, changed, submitted, paid or produced. */
public enum ApplicationError implements ErrorCode {
    /** There is none, or it is somebody else's: the answer is the same. */
    NO_SUCH_APPLICATION(1301, Kind.NOT_FOUND),
    NO_SUCH_BUSINESS(1302, Kind.NOT_FOUND),
    /** The plan allows one open case; its number is the argument. */
    OPEN_CASE_EXISTS(1303, Kind.CONFLICT),
    /** 单位证书只允许申请1条: the organisation has one already, or one is under way. */
    HOLDER_HAS_ONE(1304, Kind.CONFLICT),
    /** It was refused or is finished. */
    ENDED(1305, Kind.CONFLICT),
    /** After submission nothing is changed; after a return only what was returned. */
    NOT_CHANGEABLE(1306, Kind.CONFLICT),
    /** Answers to questions that are not asked, or longer than anything that is kept. */
    NOT_AN_ANSWER(1307, Kind.INVALID),
    /** The violations say what is missing or wrong. */
    INCOMPLETE(1308, Kind.INVALID),
    ALREADY_SUBMITTED(1309, Kind.CONFLICT),
    NO_SUCH_PAPER(1310, Kind.NOT_FOUND),
    NO_AGREEMENT(1311, Kind.NOT_FOUND),
    NOT_TO_BE_PAID(1312, Kind.CONFLICT),
    NOT_TO_BE_PRODUCED(1313, Kind.CONFLICT),
    /** The plan lets others produce. */
    NOT_A_MAKER(1314, Kind.FORBIDDEN),
    /** Only who applies can do this. */
    NOT_THE_SUBSCRIBER(1315, Kind.FORBIDDEN),
    /** Something else comes first. */
    NOT_YET(1316, Kind.CONFLICT),
    /** What was approved and what is filed differ: nothing is issued. */
    NOT_AS_APPROVED(1317, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    ApplicationError(int number, Kind kind) {
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
