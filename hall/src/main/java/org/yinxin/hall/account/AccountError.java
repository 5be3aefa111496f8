package org.yinxin.hall.account;

import org.yinxin.hall.outcome.ErrorCode;

/** Refusals of signing in, none of which says whether a number has an account, and of changing the number. */
public enum AccountError implements ErrorCode {
    MOBILE_INVALID(1000, Kind.INVALID),
    /** A code was sent a moment ago; argument: seconds to wait. */
    CODE_JUST_SENT(1001, Kind.TOO_MANY),
    TOO_MANY_CODES_FOR_NUMBER(1002, Kind.TOO_MANY),
    TOO_MANY_TRIES_FROM_ADDRESS(1003, Kind.TOO_MANY),
    /** Argument: how many tries are left. */
    CODE_WRONG(1004, Kind.INVALID),
    /** Too many wrong tries: the code is dead, also for whoever knows it. */
    CODE_DEAD(1005, Kind.INVALID),
    CODE_EXPIRED(1006, Kind.INVALID),
    CODE_USED(1007, Kind.INVALID),
    CODE_NOT_REQUESTED(1008, Kind.INVALID),
    /** The new number is the old one. */
    MOBILE_SAME(1009, Kind.INVALID),
    /** Neither number is the one that was signed in with. */
    MOBILE_NOT_OWN(1010, Kind.INVALID),
    /** The new number is the sign-in of another account; told only to who reads its messages. */
    MOBILE_TAKEN(1011, Kind.CONFLICT),
    /** No account signs in with the old number. */
    MOBILE_WITHOUT_ACCOUNT(1012, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    AccountError(int number, Kind kind) {
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
