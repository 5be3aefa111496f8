package org.yinxin.hall.certificate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Refusal;

/**
 * What can be applied for about a certificate.
 *
 * @param plan the plan's code
 * @param business the business's code
 * @param title what it is called
 * @param refusal why not now; null when it can be begun
 * @param from the first day on which it can be applied for; null when there is none
 * @param to the last such day; null when there is none
 * @param lastDay the last day of the certificate
 */
public record CertificateBusiness(
        String plan,
        String business,
        Words title,
        @Nullable Refusal refusal,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate lastDay) {

    /** Whether it can be begun now. */
    public boolean offered() {
        return refusal == null;
    }
}
