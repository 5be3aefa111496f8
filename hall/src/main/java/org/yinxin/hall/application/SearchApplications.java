package org.yinxin.hall.application;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.FindOrders;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Finds cases by any number that somebody may have at hand, or by the beginning of the applicant's name. Each search
 * is recorded, by a keyed digest of what was searched for and never by itself.
 *
 * <p>Refuses subscribers and administrators, and a query of less than two characters.
 */
@Component
public class SearchApplications {

    private static final Set<Role> SEARCHERS =
            EnumSet.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.PRODUCER, Role.AUDITOR);

    private static final int LONGEST = 128;

    private final Identifiers identifiers;
    private final Applications applications;
    private final CertificateLedger certificates;
    private final FindOrders orders;
    private final AuditTrail audit;

    SearchApplications(
            Identifiers identifiers,
            Applications applications,
            CertificateLedger certificates,
            FindOrders orders,
            AuditTrail audit) {
        this.identifiers = identifiers;
        this.applications = applications;
        this.certificates = certificates;
        this.orders = orders;
        this.audit = audit;
    }

    @Transactional
    public Outcome<FoundCases> search(Actor actor, String typed) {
        if (SEARCHERS.stream().noneMatch(actor::has)) {
            return Outcome.refused(DeskError.NOT_FOR_SEARCH);
        }
        String query = typed.strip();
        if (query.length() < 2 || query.length() > LONGEST) {
            return Outcome.refused(DeskError.QUERY_SHORT);
        }
        Map<CaseNumber, IdentifierKind> found = find(query);
        List<FoundCases.Found> cases =
                applications.all(found.keySet()).stream()
                        .sorted((one, other) -> other.openedAt().compareTo(one.openedAt()))
                        .map(
                                each ->
                                        new FoundCases.Found(
                                                found.getOrDefault(
                                                        each.number(), IdentifierKind.CASE_NUMBER),
                                                ListApplications.masked(each),
                                                each.milestones().holder() != null))
                        .toList();
        audit.record(
                actor,
                "application.searched",
                "search:" + identifiers.trace(query),
                Map.of(
                        "found", Integer.toString(cases.size()),
                        "by",
                                found.values().stream()
                                        .map(IdentifierKind::name)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(" "))));
        return Outcome.done(new FoundCases(cases, found.size() >= Identifiers.MOST));
    }

    /** What names one thing exactly is asked first, so that a name never hides it. */
    private Map<CaseNumber, IdentifierKind> find(String query) {
        Map<CaseNumber, IdentifierKind> found = new LinkedHashMap<>();
        CaseNumber.parse(query).ifPresent(number -> found.put(number, IdentifierKind.CASE_NUMBER));
        identifiers.byNumber(query).forEach(found::putIfAbsent);
        String serial = query.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        if (serial.matches("[0-9a-f]{2,40}")) {
            certificates
                    .find(serial)
                    .ifPresent(
                            entry ->
                                    found.putIfAbsent(
                                            entry.caseNumber(), IdentifierKind.CERTIFICATE_SERIAL));
        }
        orders.casesOf(query).forEach(number -> found.putIfAbsent(number, IdentifierKind.PAYMENT));
        if (found.isEmpty()) {
            identifiers.byName(query).forEach(number -> found.put(number, IdentifierKind.NAME));
        }
        return found;
    }
}
