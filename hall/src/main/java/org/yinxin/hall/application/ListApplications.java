package org.yinxin.hall.application;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Maker;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.privacy.Masked;

/** Lists applications: a subscriber's own ones, or what waits for a producer. */
@Component
public class ListApplications {

    private static final int MOST = 200;

    private final Applications applications;
    private final Catalogue catalogue;

    ListApplications(Applications applications, Catalogue catalogue) {
        this.applications = applications;
        this.catalogue = catalogue;
    }

    /** The subscriber's own ones, newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> own(Actor.Subscriber actor) {
        return applications.ofAccount(actor.account()).stream()
                .map(ListApplications::summary)
                .toList();
    }

    /** The applications whose certificates can be made at the counter now, longest waiting first; refused to others than producers. */
    @Transactional(readOnly = true)
    public Outcome<List<ApplicationSummary>> forProduction(Actor actor) {
        if (!actor.has(Role.PRODUCER)) {
            return Outcome.refused(ApplicationError.NOT_A_MAKER);
        }
        Set<GateCode> gates =
                catalogue.live().stream()
                        .flatMap(plan -> plan.businesses().stream())
                        .flatMap(b -> b.gates(GateSettings.Production.class).stream())
                        .map(GatePlan::code)
                        .collect(Collectors.toSet());
        return Outcome.done(
                applications.waitingAt(gates, MOST).stream()
                        .filter(ListApplications::atCounter)
                        .map(ListApplications::summary)
                        .toList());
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

    /** As colleagues see it in a list: the applicant may be a person. */
    static ApplicationSummary masked(Application application) {
        ApplicationSummary whole = summary(application);
        String holder = whole.subscriber();
        return new ApplicationSummary(
                whole.number(),
                whole.plan(),
                whole.business(),
                whole.title(),
                holder == null ? null : Masked.holder(holder),
                whole.status(),
                whole.next(),
                whole.openedAt(),
                whole.changedAt());
    }

    private static ApplicationSummary summary(Application application) {
        return new ApplicationSummary(
                application.number(),
                application.plan().code(),
                application.business().code(),
                application.business().title(),
                application.milestones().holder(),
                StatusWords.status(application),
                StatusWords.next(application),
                application.openedAt(),
                application.changedAt());
    }
}
