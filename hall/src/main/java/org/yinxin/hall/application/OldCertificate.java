package org.yinxin.hall.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.CertificateRule.Phase;
import org.yinxin.hall.certificate.LedgerEntry;

/**
 * A certificate as it stood when the authority was asked.
 *
 * @param sign the signing certificate of the pair
 * @param status what the authority said
 */
record OldCertificate(LedgerEntry sign, CertificateStatus status) {

    About about() {
        return About.of(sign);
    }

    /** Whether it is neither revoked nor unknown; on hold it still can come back. */
    boolean living() {
        return switch (status) {
            case CertificateStatus.Good _, CertificateStatus.Held _ -> true;
            case CertificateStatus.Revoked _, CertificateStatus.Unknown _ -> false;
        };
    }

    /** How it stands, as far as it is living. */
    Phase phase(Instant now) {
        if (status instanceof CertificateStatus.Held) {
            return Phase.HELD;
        }
        return now.isBefore(sign.notAfter()) ? Phase.VALID : Phase.EXPIRED;
    }

    /** How it stands in the words that conditions of plans use. */
    String fact(CertificateRule rule, Instant now) {
        Phase phase = phase(now);
        Integer days = rule.overdueAfterDays();
        LocalDate today = LocalDate.ofInstant(now, GateKeeper.SHANGHAI);
        boolean overdue =
                phase == Phase.EXPIRED
                        && days != null
                        && ChronoUnit.DAYS.between(about().lastDay(), today) > days;
        return overdue ? "OVERDUE" : phase.name();
    }
}
