package org.yinxin.hall.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * A part of what a search found.
 *
 * @param found how many were found in all
 * @param capped whether {@code found} goes no further than {@link ListCertificates#MOST_COUNTED}, which then means "or
 *     more"
 * @param next the serial behind which the next page starts; null on the last
 */
public record CertificatePage(
        List<CertificateSummary> certificates,
        long found,
        boolean capped,
        @Nullable SerialNumber next) {

    public CertificatePage {
        certificates = List.copyOf(certificates);
    }

    /** Whether there are, or may be, more than {@code found}. */
    public boolean orMore() {
        return capped && found >= ListCertificates.MOST_COUNTED;
    }
}
