package org.yinxin.hall.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.subscriber.Agents;

/** Lists a subscriber's own applications. */
@Component
public class ListApplications {

    private final Applications applications;
    private final Agents agents;

    ListApplications(Applications applications, Agents agents) {
        this.applications = applications;
        this.agents = agents;
    }

    /** The subscriber's own ones, newest first, without what was lost with an organisation. */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> own(Actor.Subscriber actor) {
        return own(actor, null);
    }

    /**
     * The same for one organisation.
     *
     * @param unit its credit code; null for all
     */
    @Transactional(readOnly = true)
    public List<ApplicationSummary> own(Actor.Subscriber actor, @Nullable String unit) {
        return applications
                .ofAccount(actor.account(), unit, agents.departures(actor.account()))
                .stream()
                .map(ListApplications::summary)
                .toList();
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

    static ApplicationSummary summary(Application application) {
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
