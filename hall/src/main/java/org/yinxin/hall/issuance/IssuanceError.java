package org.yinxin.hall.issuance;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a pair is not issued or not taken as installed. */
public enum IssuanceError implements ErrorCode {
    /** There is no such order, or it is somebody else's; which of the two is not told. */
    NO_SUCH_ORDER(1901, Kind.NOT_FOUND),
    /** The signing request cannot be read. */
    REQUEST_MALFORMED(1902, Kind.INVALID),
    /** The signing request is not signed by its own key. */
    REQUEST_SIGNATURE(1903, Kind.INVALID),
    /** The signing key is not SM2, which the encryption key's envelope needs. */
    KEY_UNSUPPORTED(1904, Kind.INVALID),
    /** The signing key is too weak. */
    KEY_WEAK(1905, Kind.INVALID),
    /** The signing key belongs to another certificate already. */
    KEY_ALREADY_CERTIFIED(1906, Kind.CONFLICT),
    /** The order was begun with another signing request: the same key medium has to finish it. */
    ANOTHER_REQUEST(1907, Kind.CONFLICT),
    /** The order was begun with other content than the signing request too. */
    ANOTHER_ORDER(1908, Kind.CONFLICT),
    /** A certificate cannot carry the approved subject. */
    SUBJECT_UNFIT(1909, Kind.CONFLICT),
    /** The authority does not issue what was ordered; staff has to look at it. */
    AUTHORITY_REFUSED(1910, Kind.CONFLICT),
    /** The authority still works on it. */
    IN_PROGRESS(1911, Kind.UNAVAILABLE),
    /** There is nothing to confirm yet. */
    NOT_ISSUED(1912, Kind.CONFLICT),
    /** The proof of the signing key, or of the encryption key, or both, is wrong. */
    PROOF_WRONG(1913, Kind.INVALID),
    /** An outside authority cannot be asked now; the order stays open. */
    AUTHORITY_AWAY(1914, Kind.UNAVAILABLE);

    private final int number;
    private final Kind kind;

    IssuanceError(int number, Kind kind) {
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
