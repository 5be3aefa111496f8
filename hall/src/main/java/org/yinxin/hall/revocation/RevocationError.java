package org.yinxin.hall.revocation;

import org.yinxin.hall.outcome.ErrorCode;

/** Why the status of a certificate is not changed. */
public enum RevocationError implements ErrorCode {
    /** There is none, or it is somebody else's; which of the two is not told. */
    NO_SUCH_CERTIFICATE(2301, Kind.NOT_FOUND),
    /** It was revoked for good before. */
    ENDED_ALREADY(2302, Kind.CONFLICT),
    /** What is not on hold cannot be resumed. */
    NOT_ON_HOLD(2303, Kind.CONFLICT),
    NOT_AN_OFFICER(2304, Kind.FORBIDDEN),
    /** One about this certificate waits to be decided. */
    REQUESTED_ALREADY(2305, Kind.CONFLICT),
    /** The violations name the field. */
    REQUEST_INCOMPLETE(2306, Kind.INVALID),
    NOT_AN_APPROVING_OFFICER(2307, Kind.FORBIDDEN),
    /** Four eyes: the same person entered it. */
    ENTERED_BY_YOURSELF(2308, Kind.FORBIDDEN),
    /** There is none, or it was decided meanwhile. */
    NOTHING_TO_DECIDE(2309, Kind.CONFLICT),
    /** The outside authority that issued the certificate says no; staff has to talk to it. */
    AUTHORITY_REFUSED(2310, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    RevocationError(int number, Kind kind) {
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
