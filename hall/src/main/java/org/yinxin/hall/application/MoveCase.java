package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/** Makes a case one about the certificate of the key that was inserted, inside the transaction of its proof. */
@Component
class MoveCase {

    private final Applications applications;
    private final Eligibility places;
    private final CaseUnits units;
    private final HandedIn handedIn;
    private final BidWarnings bidWarnings;
    private final EarlierAnswers earlierAnswers;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;

    MoveCase(
            Applications applications,
            Eligibility places,
            CaseUnits units,
            HandedIn handedIn,
            BidWarnings bidWarnings,
            EarlierAnswers earlierAnswers,
            GateKeeper gateKeeper,
            AuditTrail audit) {
        this.applications = applications;
        this.places = places;
        this.units = units;
        this.handedIn = handedIn;
        this.bidWarnings = bidWarnings;
        this.earlierAnswers = earlierAnswers;
        this.gateKeeper = gateKeeper;
        this.audit = audit;
    }

    /** Refused when something was submitted or ended for the other one already, or this one has an open case. */
    Outcome<Application> move(
            Actor.Subscriber actor, Application application, OldCertificate key, KeyAnswer answer) {
        CertificateRule rule = application.business().certificate();
        boolean late =
                application.milestones().subject() != null
                        || Succession.endsWhenOpened(application);
        if (late) {
            return Outcome.refused(ApplicationError.NOT_CHANGEABLE);
        }
        About about = key.about();
        Optional<CaseNumber> open =
                applications.openCase(about.pair(), application.business().code());
        if (open.isPresent()) {
            return Outcome.refused(
                    new Refusal(
                            ApplicationError.CASE_ABOUT_IT, List.of(), List.of(open.get().text())));
        }
        Chosen chosen = new Chosen(about.serial(), answer.bidsUnopened(), answer.warningAccepted());
        Optional<Refusal> bids = BidWarnings.refusal(rule, chosen);
        if (bids.isPresent()) {
            return Outcome.refused(bids.get());
        }
        About before = application.about();
        Application moved = applications.move(application, about, gateKeeper.now());
        if (rule != null) {
            handedIn.know(moved.number(), Fact.CERTIFICATE_PHASE, key.fact(rule, gateKeeper.now()));
            if (rule.openBids()) {
                bidWarnings.record(actor, moved, chosen);
            }
        }
        units.belong(moved.number(), key.sign().organisationCode());
        places.goOn(moved);
        earlierAnswers.fillIn(moved, key.sign().holder().equals(actor.account()));
        audit.record(
                actor,
                "application.certificate-moved",
                moved.subject(),
                Map.of("from", before == null ? "" : before.serial(), "to", about.serial()));
        return Outcome.done(moved);
    }
}
