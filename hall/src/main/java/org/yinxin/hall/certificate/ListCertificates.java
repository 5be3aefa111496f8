package org.yinxin.hall.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.authority.Authority;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * Lists certificates: a subscriber's own ones, or what staff searches for by the beginning of a serial, a part of a name or
 * code, or a case number.
 *
 * <p>Refusals: {@link CertificateError#LEDGER_IS_FOR_STAFF}.
 */
@Component
public class ListCertificates {

    private static final int PAGE = 20;
    private static final int MOST_PAGES = 500;
    private static final int LONGEST_QUERY = 100;

    private final Certificates certificates;
    private final Authority authority;
    private final Clock clock;

    ListCertificates(Certificates certificates, Authority authority, Clock clock) {
        this.certificates = certificates;
        this.authority = authority;
        this.clock = clock;
    }

    /** The newest first, the halves of a pair together. */
    public List<CertificateSummary> own(Actor.Subscriber actor) {
        return certificates.ofHolder(actor.account()).stream().map(this::summary).toList();
    }

    /**
     * Searches the ledger.
     *
     * @param query what to look for; empty for everything
     * @param day only what was issued on that day, in China; null for every day
     * @param number which page, from 1; one that is not there is taken for the nearest that is
     */
    public Outcome<CertificatePage> search(
            Actor actor, String query, @Nullable LocalDate day, int number) {
        if (!ReadCertificate.isStaff(actor)) {
            return Outcome.refused(CertificateError.LEDGER_IS_FOR_STAFF);
        }
        String text = query.strip();
        String wanted = text.substring(0, Math.min(text.length(), LONGEST_QUERY));
        long found = certificates.count(wanted, day);
        int pages = Math.clamp((found + PAGE - 1) / PAGE, 1, MOST_PAGES);
        int page = Math.clamp(number, 1, pages);
        List<CertificateSummary> some =
                certificates.search(wanted, day, (page - 1) * PAGE, PAGE).stream()
                        .map(this::summary)
                        .toList();
        return Outcome.done(new CertificatePage(some, found, page, pages));
    }

    public Outcome<CertificatePage> search(Actor actor, String query, int number) {
        return search(actor, query, null, number);
    }

    private CertificateSummary summary(LedgerEntry entry) {
        var status = authority.status(entry.authority(), entry.serial());
        return new CertificateSummary(
                entry.serial(),
                entry.use(),
                entry.organisation(),
                entry.commonName(),
                entry.caseNumber(),
                CertificateStanding.of(entry, status, clock.instant()),
                entry.notBefore(),
                entry.notAfter(),
                entry.issuedAt(),
                entry.installedAt() != null);
    }
}
