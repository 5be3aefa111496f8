package org.yinxin.hall.identification;

import org.yinxin.hall.outcome.ErrorCode;

/** Why somebody is not identified, or an account not proved. */
public enum IdentificationError implements ErrorCode {
    /** The gate was never opened, or is not open any more. */
    NO_SUCH_CHECK(2200, Kind.CONFLICT),
    ALREADY_PASSED(2201, Kind.CONFLICT),
    METHOD_NOT_OFFERED(2202, Kind.INVALID),
    /** The plan's number of attempts is used up; argument: until when. */
    ATTEMPTS_USED_UP(2203, Kind.TOO_MANY),
    /** What the form must say for this method is missing. */
    PARTY_INCOMPLETE(2204, Kind.CONFLICT),
    /** The source does not answer; nothing was counted. */
    SOURCE_UNAVAILABLE(2205, Kind.UNAVAILABLE),
    /** Asked too often; argument: until when. */
    ASKED_TOO_OFTEN(2206, Kind.TOO_MANY),
    /** The case has no such gate. */
    NO_SUCH_GATE(2207, Kind.NOT_FOUND),
    /** The form was changed meanwhile: the check begins anew. */
    PARTY_CHANGED(2208, Kind.CONFLICT),
    /** Name, identity number and mobile do not belong together; argument: attempts left. */
    MOBILE_DIFFERS(2210, Kind.INVALID),
    CARD_DIFFERS(2211, Kind.INVALID),
    FACE_DIFFERS(2212, Kind.INVALID),
    /** Code and name of the organisation do not belong together. */
    REGISTER_DIFFERS(2213, Kind.INVALID),
    /** The source does not know this person. */
    PERSON_UNKNOWN(2214, Kind.INVALID),
    /** 企业不存在, and the plan does not let it pass. */
    ORGANISATION_UNKNOWN(2215, Kind.INVALID),
    CARD_NUMBER(2216, Kind.INVALID),
    /** Nobody has looked into the camera yet. */
    FACE_WAITING(2217, Kind.CONFLICT),
    FACE_EXPIRED(2218, Kind.CONFLICT),
    /** There is nothing to confirm. */
    NOT_STARTED(2220, Kind.CONFLICT),
    /** Argument: attempts left. */
    CODE_WRONG(2221, Kind.INVALID),
    CODE_EXPIRED(2222, Kind.INVALID),
    /** Argument: seconds to wait. */
    CODE_JUST_SENT(2223, Kind.TOO_MANY),
    TOO_MANY_CODES(2224, Kind.TOO_MANY),
    /** The account must be in the unit's own name. */
    ACCOUNT_NAME_DIFFERS(2230, Kind.INVALID),
    /** The violations say what is wrong. */
    ACCOUNT_INVALID(2231, Kind.INVALID),
    /** The bank has no such account in that name. */
    ACCOUNT_REFUSED(2232, Kind.INVALID),
    /** The bank does not answer or is still at work; the order stands and is never made twice. */
    BANK_UNAVAILABLE(2233, Kind.UNAVAILABLE),
    /** Argument: until when. */
    TOO_MANY_TRANSFERS(2234, Kind.TOO_MANY),
    NOTHING_SENT(2235, Kind.CONFLICT),
    /** Argument: attempts left. */
    MEMO_WRONG(2236, Kind.INVALID),
    /** The memo was typed wrong too often: the account is to be given anew. */
    MEMO_DEAD(2237, Kind.INVALID),
    MEMO_EXPIRED(2238, Kind.INVALID),
    NOTICE_FORGED(2241, Kind.UNAUTHENTICATED),
    NOTICE_UNKNOWN(2242, Kind.NOT_FOUND),
    NOTICE_TOO_LARGE(2243, Kind.TOO_LARGE);

    private final int number;
    private final Kind kind;

    IdentificationError(int number, Kind kind) {
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
