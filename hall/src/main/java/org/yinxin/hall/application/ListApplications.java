package org.yinxin.hall.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.subscriber.Agents;

/** Lists a subscriber's own applications. */
@Component
public class ListApplications {

    /** Applications on one page. */
    public static final int PAGE = 20;

    private final Applications applications;
    private final Agents agents;

    ListApplications(Applications applications, Agents agents) {
        this.applications = applications;
        this.agents = agents;
    }

    /**
     * One page.
     *
     * @param next where the next page starts; null on the last
     */
    public record Page(List<ApplicationSummary> applications, @Nullable Place next) {

        public Page {
            applications = List.copyOf(applications);
        }
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
        return found(actor, unit, null, Integer.MAX_VALUE).stream()
                .map(ListApplications::summary)
                .toList();
    }

    /**
     * The same page by page.
     *
     * @param after the place that the page before ended with; null for the first
     */
    @Transactional(readOnly = true)
    public Page own(Actor.Subscriber actor, @Nullable String unit, @Nullable Place after) {
        List<Application> found = found(actor, unit, after, PAGE + 1);
        List<Application> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new Page(
                shown.stream().map(ListApplications::summary).toList(),
                found.size() > PAGE
                        ? new Place(shown.getLast().openedAt(), shown.getLast().number())
                        : null);
    }

    private List<Application> found(
            Actor.Subscriber actor, @Nullable String unit, @Nullable Place after, int limit) {
        return applications.ofAccount(
                actor.account(), unit, agents.departures(actor.account()), after, limit);
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
