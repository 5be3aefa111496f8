package org.yinxin.hall.operator;

import org.yinxin.hall.outcome.ErrorCode;

/** Refusals about staff. */
public enum OperatorError implements ErrorCode {
    /** Name or password is wrong; which of them is not said. */
    SIGN_IN_WRONG(1100, Kind.INVALID),
    /** Too many failures; argument: minutes to wait. */
    LOCKED(1101, Kind.TOO_MANY),
    TOO_MANY_TRIES_FROM_ADDRESS(1102, Kind.TOO_MANY),
    OPERATOR_INVALID(1103, Kind.INVALID),
    NAME_TAKEN(1104, Kind.CONFLICT),
    /** Nobody gives or takes roles of their own. */
    OWN_ROLES(1105, Kind.FORBIDDEN),
    /** An administrator is neither officer nor auditor, an auditor is no officer. */
    ROLES_NOT_SEPARATED(1106, Kind.INVALID),
    UNKNOWN_OPERATOR(1107, Kind.NOT_FOUND),
    CHANGED_MEANWHILE(1108, Kind.CONFLICT),
    PASSWORD_INVALID(1109, Kind.INVALID);

    private final int number;
    private final Kind kind;

    OperatorError(int number, Kind kind) {
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
