package org.yinxin.hall.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * A part of what a search found.
 *
 * @param counted how many were found in all, or one more than is counted
 * @param capped whether {@code counted} goes no further than {@link ListCertificates#MOST_COUNTED} and may mean "more
 *     than that"
 * @param next the serial behind which the next page starts; null on the last
 */
public record CertificatePage(
        List<CertificateSummary> certificates,
        long counted,
        boolean capped,
        @Nullable SerialNumber next) {

    public CertificatePage {
        certificates = List.copyOf(certificates);
    }

    /** How many were found, as far as they were counted. */
    public long found() {
        return orMore() ? ListCertificates.MOST_COUNTED : counted;
    }

    /** Whether there are more than {@link #found()}. */
    public boolean orMore() {
        return capped && counted > ListCertificates.MOST_COUNTED;
    }
}
