package org.yinxin.hall.certificate;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a certificate is not shown. */
public enum CertificateError implements ErrorCode {
    /** There is none of that serial, or it is somebody else's; which of the two is not told. */
    NO_SUCH_CERTIFICATE(2001, Kind.NOT_FOUND),
    /** Only staff may search the ledger. */
    LEDGER_IS_FOR_STAFF(2002, Kind.FORBIDDEN);

    private final int number;
    private final Kind kind;

    CertificateError(int number, Kind kind) {
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
