package org.yinxin.hall.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.certificate.CountCertificates;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.review.CountReviews;

/** Counts what is open, late, issued and refused. Refuses anybody but reviewers and auditors. */
@Component
public class ReadDashboard {

    private static final int DAYS = 14;
    private static final int REFUSED_DAYS = 30;

    private final GateTally tally;
    private final CountReviews countReviews;
    private final CountCertificates countCertificates;
    private final Catalogue catalogue;
    private final Clock clock;

    ReadDashboard(
            GateTally tally,
            CountReviews countReviews,
            CountCertificates countCertificates,
            Catalogue catalogue,
            Clock clock) {
        this.tally = tally;
        this.countReviews = countReviews;
        this.countCertificates = countCertificates;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Counts.
     *
     * @param plan for the open cases by gate: of one plan only; null for all
     */
    @Transactional(readOnly = true)
    public Outcome<Dashboard> read(Actor actor, @Nullable PlanCode plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), GateKeeper.SHANGHAI);
        LocalDate refusedSince = today.minusDays(REFUSED_DAYS - 1);
        return countReviews
                .count(actor, refusedSince)
                .map(
                        reviews ->
                                new Dashboard(
                                        openByGate(plan), reviews, refusedSince, issued(today)));
    }

    private List<Dashboard.GateCount> openByGate(@Nullable PlanCode plan) {
        Map<GateCode, Words> titles = titles(plan);
        return tally.open(plan).entrySet().stream()
                .map(
                        each ->
                                new Dashboard.GateCount(
                                        each.getKey(),
                                        titles.getOrDefault(
                                                each.getKey(),
                                                new Words(
                                                        each.getKey().text(),
                                                        each.getKey().text())),
                                        each.getValue()))
                .sorted(
                        Comparator.comparingLong(Dashboard.GateCount::cases)
                                .reversed()
                                .thenComparing(each -> each.gate().text()))
                .toList();
    }

    /** What gates are called; of several plans that have a gate, the first names it. */
    private Map<GateCode, Words> titles(@Nullable PlanCode plan) {
        Map<GateCode, Words> titles = new HashMap<>();
        catalogue.live().stream()
                .filter(each -> plan == null || each.code().equals(plan))
                .flatMap(each -> each.businesses().stream())
                .flatMap(business -> business.gates().stream())
                .forEach(each -> titles.putIfAbsent(each.code(), each.title()));
        return titles;
    }

    private List<Dashboard.DayCount> issued(LocalDate today) {
        LocalDate first = today.minusDays(DAYS - 1);
        Map<LocalDate, Long> pairs = countCertificates.pairsSince(first);
        return first.datesUntil(today.plusDays(1))
                .map(day -> new Dashboard.DayCount(day, pairs.getOrDefault(day, 0L)))
                .toList();
    }
}
