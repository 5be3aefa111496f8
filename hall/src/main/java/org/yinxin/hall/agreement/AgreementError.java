package org.yinxin.hall.agreement;

import org.yinxin.hall.outcome.ErrorCode;

/** Why an acceptance is not taken. */
public enum AgreementError implements ErrorCode {
    NO_SUCH_AGREEMENT(1501, Kind.NOT_FOUND),
    /** Another version, or another text under the same version, was shown than the one in force. */
    NOT_THE_CURRENT_VERSION(1502, Kind.CONFLICT),
    /** Nobody accepts for the subscriber. */
    NOT_A_SUBSCRIBER(1503, Kind.FORBIDDEN);

    private final int number;
    private final Kind kind;

    AgreementError(int number, Kind kind) {
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
