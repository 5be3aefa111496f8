package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yinxin.hall.certificate.CertificateSummary;

/**
 * A visit as the officer sees it.
 *
 * @param mobile masked
 * @param name masked
 * @param at when the visitor was received
 * @param applications the visitor's cases, the newest first
 * @param certificates the signing certificates of the visitor's account, the newest first
 */
public record VisitView(
        UUID id,
        String mobile,
        String name,
        Instant at,
        List<ApplicationSummary> applications,
        List<CertificateSummary> certificates) {

    public VisitView {
        applications = List.copyOf(applications);
        certificates = List.copyOf(certificates);
    }
}
