package org.yinxin.hall.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Maker;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;

/** Lists the applications whose certificates can be made at the counter now. Refuses anybody but producers. */
@Component
public class ListProductions {

    /** Cases on one page. */
    public static final int PAGE = 20;

    /** Before everything. */
    private static final Place START = new Place(Instant.EPOCH, new CaseNumber("0001-0000-0000"));

    /** What subscribers make at home stands among what is made at the counter; so often a page is filled up. */
    private static final int FILLED_UP = 5;

    private final OpenGates gates;
    private final Applications applications;
    private final Catalogue catalogue;

    ListProductions(OpenGates gates, Applications applications, Catalogue catalogue) {
        this.gates = gates;
        this.applications = applications;
        this.catalogue = catalogue;
    }

    /**
     * One page, the longest waiting first.
     *
     * @param next the place behind which the next page starts; null on the last
     */
    public record Page(List<ApplicationSummary> cases, @Nullable Place next) {

        public Page {
            cases = List.copyOf(cases);
        }
    }

    /**
     * Lists one page.
     *
     * @param after the place where the page before ended; null for the first
     */
    @Transactional(readOnly = true)
    public Outcome<Page> list(Actor actor, @Nullable Place after) {
        if (!actor.has(Role.PRODUCER)) {
            return Outcome.refused(ApplicationError.NOT_A_MAKER);
        }
        Set<OpenGates.OfPlan> asked = productions();
        List<ApplicationSummary> shown = new ArrayList<>();
        Place from = after == null ? START : after;
        for (int round = 0; round < FILLED_UP; round++) {
            int wanted = PAGE - shown.size();
            List<Place> found = gates.waiting(asked, from, wanted + 1);
            List<Place> some = found.size() > wanted ? found.subList(0, wanted) : found;
            shown.addAll(atCounter(some));
            if (found.size() <= wanted) {
                return Outcome.done(new Page(shown, null));
            }
            from = some.getLast();
            if (shown.size() == PAGE) {
                break;
            }
        }
        return Outcome.done(new Page(shown, from));
    }

    private List<ApplicationSummary> atCounter(List<Place> places) {
        Map<CaseNumber, Application> found =
                applications.all(places.stream().map(Place::number).toList()).stream()
                        .collect(Collectors.toMap(Application::number, Function.identity()));
        return places.stream()
                .map(place -> found.get(place.number()))
                .filter(each -> each != null && atCounter(each))
                .map(ListApplications::summary)
                .toList();
    }

    private Set<OpenGates.OfPlan> productions() {
        Set<OpenGates.OfPlan> all = new LinkedHashSet<>();
        for (Plan plan : catalogue.live()) {
            for (BusinessPlan business : plan.businesses()) {
                for (GatePlan gate : business.gates(GateSettings.Production.class)) {
                    all.add(new OpenGates.OfPlan(plan.code(), gate.code()));
                }
            }
        }
        return all;
    }

    private static boolean atCounter(Application application) {
        return application
                .workable(GateSettings.Production.class)
                .filter(
                        gate ->
                                ((GateSettings.Production) gate.settings())
                                        .by()
                                        .contains(Maker.PRODUCER))
                .isPresent();
    }
}
