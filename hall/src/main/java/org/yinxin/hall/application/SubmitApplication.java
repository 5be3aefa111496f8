package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Submits, for the first time or after a return. What will stand in the certificate is fixed here.
 *
 * <p>Refuses: somebody else's application; one that has ended or is submitted already; one with anything missing or
 * wrong, and then names all of it; one that waits for something else first; an organisation that has its one
 * certificate or another case for it; a certificate that was enabled for the project before; a number that is not one's
 * own to change, or another account's; entered at the counter, one with a paper whose original nobody has seen, or whose
 * agent is not the visitor.
 */
@Component
public class SubmitApplication {

    private final Desk desk;
    private final HandedIn handedIn;
    private final Identifiers identifiers;
    private final Eligibility eligibility;
    private final MobileWishes wishes;
    private final Applications applications;
    private final CertificateLedger ledger;
    private final CounterRules counterRules;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;

    SubmitApplication(
            Desk desk,
            HandedIn handedIn,
            Identifiers identifiers,
            Eligibility eligibility,
            MobileWishes wishes,
            Applications applications,
            CertificateLedger ledger,
            CounterRules counterRules,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.identifiers = identifiers;
        this.eligibility = eligibility;
        this.wishes = wishes;
        this.applications = applications;
        this.ledger = ledger;
        this.counterRules = counterRules;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ApplicationView> submit(Actor actor, CaseNumber number) {
        return desk.handIn(actor, number).flatMap(application -> submit(actor, application));
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
        List<Violation> violations =
                Stream.concat(
                                violations(weighed, contents, pending.get()).stream(),
                                counterRules.violations(weighed, contents, pending.get()).stream())
                        .toList();
        if (!violations.isEmpty()) {
            return Outcome.refused(new Refusal(ApplicationError.INCOMPLETE, violations));
        }
        if (!weighed.gates().workable(pending.get().code())) {
            return Outcome.refused(ApplicationError.NOT_YET);
        }
        identifiers.renew(weighed, contents.values());
        SubmittedSubject subject = subject(weighed, contents);
        Optional<Refusal> ineligible =
                wishes.atSubmission(weighed, contents)
                        .or(() -> enabledBefore(weighed, contents))
                        .or(() -> eligibility.claim(weighed, subject, gateKeeper.now()));
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

    /** Where nothing is certified, a case goes by the name of the certificate that it is about. */
    private SubmittedSubject subject(Application application, Contents contents) {
        if (application.business().kind().makesCertificate()) {
            return SubmittedSubject.of(
                    application.plan(), application.business(), contents.values());
        }
        SubmittedSubject certified =
                Optional.ofNullable(application.about())
                        .flatMap(about -> applications.find(about.origin()))
                        .map(origin -> origin.milestones().subject())
                        .map(SubmittedSubject::read)
                        .orElse(null);
        return SubmittedSubject.uncertified(
                application.plan(), application.business(), contents.values(), certified);
    }

    private Optional<Refusal> enabledBefore(Application application, Contents contents) {
        About about = application.about();
        return about == null
                ? Optional.empty()
                : EnablementGate.project(application, contents)
                        .filter(project -> ledger.enabledFor(about.pair(), project.code()))
                        .map(_ -> new Refusal(ApplicationError.ENABLED_BEFORE));
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
