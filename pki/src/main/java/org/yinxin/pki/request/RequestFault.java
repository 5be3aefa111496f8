package org.yinxin.pki.request;

/** Why a certification request is not accepted. */
public enum RequestFault {
    /** Not a PKCS#10 request in DER or PEM, or too long for one. */
    MALFORMED,
    /** The signature does not come from the key in the request. */
    BAD_SIGNATURE,
    KEY_TOO_SMALL,
    UNSUPPORTED_KEY,
    POINT_NOT_ON_CURVE
}
