package org.yinxin.hall.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Fact;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Opens an application about an existing certificate, filled in with what was answered for that one.
 *
 * <p>Refuses a plan or business that is not offered or is about no certificate; a certificate that is not there or out of
 * reach, of another plan, not on its medium, ended, in the wrong phase or outside of the days that the plan says; where the
 * plan asks for unopened bids, no answer or a warning that was not accepted; a second open case of the same business.
 */
@Component
public class OpenAboutCertificate {

    private final Catalogue catalogue;
    private final Applications applications;
    private final OldCertificates certificates;
    private final CertificateEligibility eligibility;
    private final Eligibility places;
    private final NewCases newCases;
    private final CaseUnits units;
    private final HandedIn handedIn;
    private final BidWarnings bidWarnings;
    private final EarlierAnswers earlierAnswers;
    private final Succession succession;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    OpenAboutCertificate(
            Catalogue catalogue,
            Applications applications,
            OldCertificates certificates,
            CertificateEligibility eligibility,
            Eligibility places,
            NewCases newCases,
            CaseUnits units,
            HandedIn handedIn,
            BidWarnings bidWarnings,
            EarlierAnswers earlierAnswers,
            Succession succession,
            GateKeeper gateKeeper,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.applications = applications;
        this.certificates = certificates;
        this.eligibility = eligibility;
        this.places = places;
        this.newCases = newCases;
        this.units = units;
        this.handedIn = handedIn;
        this.bidWarnings = bidWarnings;
        this.earlierAnswers = earlierAnswers;
        this.succession = succession;
        this.gateKeeper = gateKeeper;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The authority is asked first, outside of the transaction. */
    public Outcome<CaseNumber> open(
            Actor.Subscriber actor, PlanCode planCode, BusinessCode businessCode, Chosen chosen) {
        return open(Opener.of(actor), planCode, businessCode, chosen);
    }

    /** The same for somebody else. */
    Outcome<CaseNumber> open(
            Opener opener, PlanCode planCode, BusinessCode businessCode, Chosen chosen) {
        Plan plan = catalogue.live(planCode).orElse(null);
        BusinessPlan business = plan == null ? null : plan.business(businessCode).orElse(null);
        if (plan == null || business == null) {
            return Outcome.refused(ApplicationError.NO_SUCH_BUSINESS);
        }
        if (!business.kind().aboutCertificate()) {
            return Outcome.refused(ApplicationError.NOT_ABOUT_A_CERTIFICATE);
        }
        Optional<OldCertificate> old = certificates.find(chosen.serial());
        if (old.isEmpty()) {
            return Outcome.refused(ApplicationError.NO_SUCH_CERTIFICATE);
        }
        return transaction.execute(_ -> open(opener, plan, business, old.get(), chosen));
    }

    private Outcome<CaseNumber> open(
            Opener opener, Plan plan, BusinessPlan business, OldCertificate old, Chosen chosen) {
        Optional<Refusal> refusal =
                eligibility
                        .atOpening(opener.account(), plan, business, old, gateKeeper.now())
                        .or(() -> BidWarnings.refusal(business.certificate(), chosen));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        // A number can be taken; then another is drawn. An open case cannot be argued away.
        while (true) {
            Optional<CaseNumber> open = applications.openCase(old.about().pair(), business.code());
            if (open.isPresent()) {
                return Outcome.refused(
                        new Refusal(
                                ApplicationError.CASE_ABOUT_IT,
                                List.of(),
                                List.of(open.get().text())));
            }
            Application application = newCases.draft(opener.account(), plan, business, old.about());
            if (applications.add(application)) {
                begin(opener, application, old, chosen);
                return Outcome.done(application.number());
            }
        }
    }

    private void begin(Opener opener, Application application, OldCertificate old, Chosen chosen) {
        Actor actor = opener.by();
        opener.filed().filed(application);
        CertificateRule rule = application.business().certificate();
        Map<String, String> details = new HashMap<>();
        details.put("plan", application.plan().code().text());
        details.put("version", Integer.toString(application.plan().version()));
        details.put("business", application.business().code().text());
        details.put("certificate", old.about().serial());
        if (rule != null) {
            String phase = old.fact(rule, gateKeeper.now());
            handedIn.know(application.number(), Fact.CERTIFICATE_PHASE, phase);
            details.put("phase", phase);
        }
        audit.record(actor, "application.opened", application.subject(), details);
        units.belong(application.number(), old.sign().organisationCode());
        places.goOn(application);
        if (rule != null && rule.openBids()) {
            bidWarnings.record(actor, application, chosen);
        }
        if (old.sign().holder().equals(opener.account())) {
            earlierAnswers.fillIn(application, true);
        }
        succession.opened(gateKeeper.begin(application, actor), actor);
    }
}
