package org.yinxin.pki.crl;

import java.time.Instant;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * One revoked certificate.
 *
 * @param reason the number of the CRLReason (RFC 5280, 5.3.1); 0, unspecified, is written by leaving it out
 */
public record CrlEntry(SerialNumber serial, Instant revokedAt, int reason) {

    private static final int HIGHEST_REASON = 10;
    private static final int UNUSED_REASON = 7;

    public CrlEntry {
        if (reason < 0 || reason > HIGHEST_REASON || reason == UNUSED_REASON) {
            throw new IllegalArgumentException("no such reason: " + reason);
        }
    }
}
