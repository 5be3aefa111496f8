package org.yinxin.hall.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * Lists certificates: a subscriber's own ones, or what staff searches for by the beginning of a serial, a part of a name or
 * code, or a case number.
 *
 * <p>Refusals: {@link CertificateError#LEDGER_IS_FOR_STAFF}.
 */
@Component
public class ListCertificates {

    /** What was searched for is counted no further than this; more is told as "more than". */
    public static final int MOST_COUNTED = 50;

    private static final int PAGE = 20;
    private static final int LONGEST_QUERY = 100;

    private final Certificates certificates;
    private final LedgerSearch search;
    private final Agents agents;
    private final Authority authority;
    private final Clock clock;

    ListCertificates(
            Certificates certificates,
            LedgerSearch search,
            Agents agents,
            Authority authority,
            Clock clock) {
        this.certificates = certificates;
        this.search = search;
        this.agents = agents;
        this.authority = authority;
        this.clock = clock;
    }

    /** The newest first, the halves of a pair together; without what the subscriber has lost with an organisation. */
    public List<CertificateSummary> own(Actor.Subscriber actor) {
        return own(actor, null);
    }

    /**
     * The same of one organisation.
     *
     * @param unit its credit code; null for all
     */
    public List<CertificateSummary> own(Actor.Subscriber actor, @Nullable String unit) {
        return summaries(found(actor, unit, null, Integer.MAX_VALUE));
    }

    /**
     * One page of whole pairs.
     *
     * @param next the serial behind whose pair the next page starts; null on the last
     */
    public record OwnPage(List<CertificateSummary> certificates, @Nullable SerialNumber next) {

        public OwnPage {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * The same page by page.
     *
     * @param after {@link OwnPage#next()} of the page before, in hexadecimal digits; null for the first
     */
    public OwnPage own(Actor.Subscriber actor, @Nullable String unit, @Nullable String after) {
        List<LedgerEntry> found = found(actor, unit, after, 2 * PAGE + 1);
        List<LedgerEntry> shown = found.size() > 2 * PAGE ? found.subList(0, 2 * PAGE) : found;
        return new OwnPage(
                summaries(shown), found.size() > 2 * PAGE ? shown.getLast().serial() : null);
    }

    private List<LedgerEntry> found(
            Actor.Subscriber actor, @Nullable String unit, @Nullable String after, int limit) {
        return certificates.ofHolder(
                actor.account(), unit, agents.departures(actor.account()), after, limit);
    }

    /**
     * Searches the ledger.
     *
     * @param query what to look for; empty for everything
     * @param day only what was issued on that day, in China; null for every day
     * @param after the serial that the page before ended with; null for the first page
     */
    public Outcome<CertificatePage> search(
            Actor actor, String query, @Nullable LocalDate day, @Nullable String after) {
        if (!ReadCertificate.isStaff(actor)) {
            return Outcome.refused(CertificateError.LEDGER_IS_FOR_STAFF);
        }
        String text = query.strip();
        String wanted = text.substring(0, Math.min(text.length(), LONGEST_QUERY));
        // To find what was searched for is most of the work, so the first page finds all that is
        // counted.
        int counted = !wanted.isEmpty() && after == null ? MOST_COUNTED + 1 : 0;
        List<LedgerEntry> found = search.page(wanted, day, after, Math.max(counted, PAGE + 1));
        List<LedgerEntry> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        boolean whole = after == null && (counted > 0 || found.size() <= PAGE);
        return Outcome.done(
                new CertificatePage(
                        summaries(shown),
                        whole ? found.size() : search.count(wanted, day, MOST_COUNTED + 1),
                        !wanted.isEmpty(),
                        found.size() > PAGE ? shown.getLast().serial() : null));
    }

    private List<CertificateSummary> summaries(List<LedgerEntry> entries) {
        Map<AuthorityCode, List<SerialNumber>> asked =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LedgerEntry::authority,
                                        Collectors.mapping(
                                                LedgerEntry::serial, Collectors.toList())));
        Map<AuthorityCode, Map<SerialNumber, CertificateStatus>> told = new HashMap<>();
        asked.forEach((code, serials) -> told.put(code, authority.statuses(code, serials)));
        return entries.stream()
                .map(
                        each ->
                                summary(
                                        each,
                                        told.getOrDefault(each.authority(), Map.of())
                                                .getOrDefault(
                                                        each.serial(),
                                                        new CertificateStatus.Unknown())))
                .toList();
    }

    private CertificateSummary summary(LedgerEntry entry, CertificateStatus status) {
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
