package org.yinxin.hall.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a business asks of the certificate that it is about, and what becomes of it. All days are calendar days of
 * Asia/Shanghai.
 *
 * @param phases how the certificate may stand
 * @param daysBefore from how many days before its end on it can be applied for; null at any time
 * @param daysAfter up to how many days after its end; null without a bound
 * @param overdueAfterDays after how many days past its end it counts as overdue; null never
 * @param validity for how long the new certificate is valid
 * @param old what becomes of the old one; null when it stays as it is
 * @param oldEnds when that happens
 * @param openBids whether the subscriber is asked for unopened bids first
 * @param changes the fields that may differ from what was certified; empty when all may
 */
public record CertificateRule(
        Set<Phase> phases,
        @Nullable Integer daysBefore,
        @Nullable Integer daysAfter,
        @Nullable Integer overdueAfterDays,
        Validity validity,
        @Nullable Deed old,
        End oldEnds,
        boolean openBids,
        Set<String> changes) {

    public CertificateRule {
        phases = Set.copyOf(phases);
        changes = Set.copyOf(changes);
    }

    /** How a certificate stands, as far as businesses ask. */
    public enum Phase {
        /** 有效 */
        VALID,
        /** 已过期 */
        EXPIRED,
        /** 已挂起 */
        HELD
    }

    /** How long a new certificate is valid. */
    public enum Validity {
        /** From the issue, for the years applied for. */
        FROM_ISSUE,
        /** To the end of the old one and the years applied for; of an expired one from the issue. */
        EXTEND_OLD,
        /** To the end of the old one. */
        KEEP_OLD
    }

    /** When something becomes of the old certificate. */
    public enum End {
        /** As soon as the case is opened. */
        OPENED,
        /** When the review has passed. */
        APPROVED,
        /** When the new one was proved to be on its medium. */
        INSTALLED
    }
}
