package org.yinxin.hall.certificate.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.certificate.CertificateStanding;
import org.yinxin.hall.certificate.CertificateSummary;
import org.yinxin.hall.certificate.CertificateUse;
import org.yinxin.hall.certificate.CertificateView;
import org.yinxin.hall.certificate.CertificateView.NamePart;
import org.yinxin.pki.certificate.SerialNumber;

/** A certificate as the open API tells it. */
public record CertificateAnswer(
        String serial,
        CertificateUse use,
        String twin,
        @Nullable String predecessor,
        @Nullable String successor,
        String caseNumber,
        CertificateStanding status,
        @Nullable Instant revokedAt,
        @Nullable Instant heldSince,
        List<NamePart> subject,
        List<NamePart> issuer,
        @Nullable String organisationCode,
        Instant notBefore,
        Instant notAfter,
        String keyAlgorithm,
        List<String> keyUsages,
        String sm3,
        Instant issuedAt,
        @Nullable Instant installedAt,
        List<Enabled> enabled) {

    /**
     * A further project that the certificate was enabled for.
     *
     * @param project its name over all plans
     * @param title what it is called, in the reader's language
     * @param caseNumber the case that it came from
     * @param at since when
     */
    public record Enabled(String project, String title, String caseNumber, Instant at) {}

    /** A certificate in a list. */
    public record Summary(
            String serial,
            CertificateUse use,
            String organisation,
            String commonName,
            String caseNumber,
            CertificateStanding status,
            Instant notBefore,
            Instant notAfter,
            boolean installed) {

        static Summary of(CertificateSummary one) {
            return new Summary(
                    one.serial().hex(),
                    one.use(),
                    one.organisation(),
                    one.commonName(),
                    one.caseNumber().text(),
                    one.standing(),
                    one.notBefore(),
                    one.notAfter(),
                    one.installed());
        }
    }

    /**
     * A part of what a search found.
     *
     * @param found how many were found, as far as they were counted
     * @param orMore whether there are more than that
     */
    public record Page(List<Summary> certificates, long found, boolean orMore) {}

    static CertificateAnswer of(CertificateView view, Locale reader) {
        return new CertificateAnswer(
                view.serial().hex(),
                view.use(),
                view.twin().hex(),
                hex(view.predecessor()),
                hex(view.successor()),
                view.caseNumber().text(),
                view.standing(),
                view.revokedAt(),
                view.heldSince(),
                view.subject(),
                view.issuer(),
                view.organisationCode(),
                view.notBefore(),
                view.notAfter(),
                view.keyAlgorithm(),
                view.keyUsages(),
                view.fingerprint(),
                view.issuedAt(),
                view.installedAt(),
                view.enabled().stream()
                        .map(
                                one ->
                                        new Enabled(
                                                one.project(),
                                                one.name().in(reader),
                                                one.caseNumber().text(),
                                                one.at()))
                        .toList());
    }

    private static @Nullable String hex(@Nullable SerialNumber serial) {
        return serial == null ? null : serial.hex();
    }
}
