package org.yinxin.hall.audit;

import org.yinxin.hall.outcome.ErrorCode;

/** Refusals of the audit. */
public enum AuditError implements ErrorCode {
    UNKNOWN_JOURNAL(2800, Kind.NOT_FOUND);

    private final int number;
    private final Kind kind;

    AuditError(int number, Kind kind) {
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
