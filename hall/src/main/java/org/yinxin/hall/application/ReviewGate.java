package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.review.Dossier;
import org.yinxin.hall.review.OpenReview;
import org.yinxin.hall.review.ReviewTerms;

/** Hands what was submitted to the reviewers. */
@Component
class ReviewGate implements GateRoom {

    private final OpenReview openReview;
    private final Registrations registrations;
    private final Succession succession;
    private final Notices notices;
    private final CounterCases counterCases;

    ReviewGate(
            OpenReview openReview,
            Registrations registrations,
            Succession succession,
            Notices notices,
            CounterCases counterCases) {
        this.openReview = openReview;
        this.registrations = registrations;
        this.succession = succession;
        this.notices = notices;
        this.counterCases = counterCases;
    }

    @Override
    public Class<GateSettings.Review> kind() {
        return GateSettings.Review.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        var settings = (GateSettings.Review) gate.settings();
        Dossier dossier =
                Dossiers.of(application, contents, gateKeeper.today()).asking(settings.surcharge());
        ReviewTerms terms =
                new ReviewTerms(
                        application.plan().code(),
                        settings.reasons(),
                        settings.workingDays(),
                        counterCases.officers(application.number()));
        switch (openReview.open(by, application.number(), dossier, terms)) {
            case Outcome.Done<Integer> _ -> notices.tell(application, "submitted");
            case Outcome.Refused<Integer>(var refusal) ->
                    throw new IllegalStateException(
                            "no review opens for " + application.number() + ": " + refusal);
        }
        return application;
    }

    /** What the hall approves by itself is bound to what was submitted as strictly as what people approve. */
    @Override
    public String passedByItself(Application application, Actor by, String why) {
        String subject = application.milestones().subject();
        if (subject == null) {
            return why;
        }
        registrations.register(application, by);
        succession.approving(application, by);
        return Approvals.evidence(subject);
    }
}
