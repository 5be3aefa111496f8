package org.yinxin.pki.ocsp;

import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.yinxin.pki.der.Der;

/** The answers that say only that there is no answer; they are not signed (RFC 6960, 2.3). */
public enum OcspError {
    MALFORMED_REQUEST(OCSPResponseStatus.MALFORMED_REQUEST),
    INTERNAL_ERROR(OCSPResponseStatus.INTERNAL_ERROR),
    TRY_LATER(OCSPResponseStatus.TRY_LATER),
    UNAUTHORIZED(OCSPResponseStatus.UNAUTHORIZED);

    private final int status;

    OcspError(int status) {
        this.status = status;
    }

    /** DER of the whole OCSPResponse. */
    public byte[] encoded() {
        return Der.encode(new OCSPResponse(new OCSPResponseStatus(status), null));
    }
}
