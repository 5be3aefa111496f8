package org.yinxin.hall.certificate;

import java.time.Duration;
import java.time.Instant;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;

/** How a certificate stands at a moment, in the words of the trade: its validity together with the authority's status. */
public enum CertificateStanding {
    /** 待生效 */
    NOT_YET_VALID,
    /** 有效 */
    VALID,
    /** 即将到期 */
    EXPIRING,
    /** 已过期 */
    EXPIRED,
    /** 已挂起: revoked for now, and may be resumed. */
    HELD,
    /** 已替换: revoked because a successor has taken its place. */
    SUPERSEDED,
    /** 已吊销 */
    REVOKED,
    /** The authority does not know it: something is wrong and it must not be trusted. */
    UNKNOWN;

    private static final Duration SOON = Duration.ofDays(60);

    static CertificateStanding of(LedgerEntry entry, CertificateStatus status, Instant now) {
        return switch (status) {
            case CertificateStatus.Revoked(_, RevocationReason reason) ->
                    reason == RevocationReason.SUPERSEDED ? SUPERSEDED : REVOKED;
            case CertificateStatus.Held _ -> HELD;
            case CertificateStatus.Unknown _ -> UNKNOWN;
            case CertificateStatus.Good _ -> byTime(entry, now);
        };
    }

    private static CertificateStanding byTime(LedgerEntry entry, Instant now) {
        if (now.isBefore(entry.notBefore())) {
            return NOT_YET_VALID;
        }
        if (now.isAfter(entry.notAfter())) {
            return EXPIRED;
        }
        return now.isAfter(entry.notAfter().minus(SOON)) ? EXPIRING : VALID;
    }
}
