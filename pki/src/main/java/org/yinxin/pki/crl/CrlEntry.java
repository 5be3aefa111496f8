package org.yinxin.pki.crl;

import java.time.Instant;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * One revoked certificate.
 *
 * @param reason the number of the CRLReason (RFC 5280, 5.3.1); 0, unspecified, is written by leaving it out
 */
public record CrlEntry(SerialNumber serial, Instant revokedAt, int reason) {

    /** The reason, in a list of changes, of what was on hold and is so no more (RFC 5280, 5.3.1). */
    public static final int REMOVE_FROM_CRL = 8;

    private static final int HIGHEST_REASON = 10;
    private static final int UNUSED_REASON = 7;

    public CrlEntry {
        requireReason(reason);
    }

    static void requireReason(int reason) {
        if (reason < 0 || reason > HIGHEST_REASON || reason == UNUSED_REASON) {
            throw new IllegalArgumentException("no such reason: " + reason);
        }
    }
}
