package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Submits, for the first time or after a return. What will stand in the certificate is fixed here.
 *
 * <p>Refuses: somebody else's application; one that has ended or is submitted already; one with anything missing or
 * wrong, and then names all of it; one that waits for something else first; an organisation that has its one
 * certificate or another case for it.
 */
@Component
public class SubmitApplication {

    private final Desk desk;
    private final HandedIn handedIn;
    private final Identifiers identifiers;
    private final Eligibility eligibility;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;

    SubmitApplication(
            Desk desk,
            HandedIn handedIn,
            Identifiers identifiers,
            Eligibility eligibility,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.identifiers = identifiers;
        this.eligibility = eligibility;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ApplicationView> submit(Actor actor, CaseNumber number) {
        return desk.change(actor, number).flatMap(application -> submit(actor, application));
    }

    private Outcome<ApplicationView> submit(Actor actor, Application application) {
        List<GatePlan> gates = application.business().gates(GateSettings.Submission.class);
        Optional<GatePlan> pending =
                gates.stream()
                        .filter(gate -> !application.gates().state(gate.code()).passed())
                        .findFirst();
        if (pending.isEmpty()) {
            return Outcome.refused(ApplicationError.ALREADY_SUBMITTED);
        }
        Application weighed = gateKeeper.weigh(application, actor);
        Contents contents = handedIn.of(weighed.number());
        List<Violation> violations = violations(weighed, contents, pending.get());
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(ApplicationError.INCOMPLETE, violations));
        }
        if (!weighed.gates().workable(pending.get().code())) {
            return Outcome.refused(ApplicationError.NOT_YET);
        }
        identifiers.renew(weighed, contents.values());
        SubmittedSubject subject =
                SubmittedSubject.of(weighed.plan(), weighed.business(), contents.values());
        Optional<Refusal> ineligible = eligibility.claim(weighed, subject, gateKeeper.now());
        if (ineligible.isPresent()) {
            return Outcome.refused(ineligible.get());
        }
        String text = subject.text();
        String sm3 = SubmittedSubject.sm3(text);
        Application filed =
                gateKeeper.keep(
                        weighed, weighed.milestones().submitted(subject.commonName(), text), actor);
        audit.record(
                actor, "application.submitted", application.subject(), Map.of("subject-sm3", sm3));
        return Outcome.done(
                views.of(
                        gateKeeper.pass(filed, pending.get().code(), actor, "subject-sm3:" + sm3)));
    }

    /** What comes after the submission is asked for in its own time. */
    private List<Violation> violations(
            Application application, Contents contents, GatePlan submission) {
        Set<GateCode> before = application.business().before(submission);
        Completeness completeness = Completeness.of(application, contents, gateKeeper.today());
        return application.business().gates().stream()
                .filter(gate -> before.contains(gate.code()))
                .flatMap(gate -> completeness.at(gate).stream())
                .toList();
    }
}
