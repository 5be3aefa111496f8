package org.yinxin.hall.certificate;

import java.time.Instant;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * One certificate in a list.
 *
 * @param installed whether its key was proved to work on the medium
 */
public record CertificateSummary(
        SerialNumber serial,
        CertificateUse use,
        String organisation,
        String commonName,
        CaseNumber caseNumber,
        CertificateStanding standing,
        Instant notBefore,
        Instant notAfter,
        Instant issuedAt,
        boolean installed) {}
