package org.yinxin.authority;

/** Why a certificate is revoked (RFC 5280, 5.3.1), as far as a subscriber's certificate can be. */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    PRIVILEGE_WITHDRAWN(9);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The reason of a number that {@link #code()} gave. */
    public static RevocationReason ofCode(int code) {
        for (RevocationReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no such reason: " + code);
    }

    /** The number in the CRLReason extension. */
    public int code() {
        return code;
    }
}
