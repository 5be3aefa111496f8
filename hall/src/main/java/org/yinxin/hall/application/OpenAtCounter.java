package org.yinxin.hall.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Opens an application for a visitor at the counter. It belongs to the visitor's account, who sees it on line and goes on
 * there; the officer stands beside it as who entered it. What is known of the visitor and the organisation is filled in.
 *
 * <p>Refuses: anybody but the entry officer who received the visitor; a business that is not offered at the counter;
 * whatever {@link OpenApplication} and {@link OpenAboutCertificate} refuse.
 */
@Component
public class OpenAtCounter {

    private final Visits visits;
    private final Catalogue catalogue;
    private final Openings openings;
    private final OpenAboutCertificate openAboutCertificate;
    private final CounterCases counterCases;
    private final Applications applications;
    private final HandedIn handedIn;
    private final SaveForm saveForm;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OpenAtCounter(
            Visits visits,
            Catalogue catalogue,
            Openings openings,
            OpenAboutCertificate openAboutCertificate,
            CounterCases counterCases,
            Applications applications,
            HandedIn handedIn,
            SaveForm saveForm,
            AuditTrail audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.openings = openings;
        this.openAboutCertificate = openAboutCertificate;
        this.counterCases = counterCases;
        this.applications = applications;
        this.handedIn = handedIn;
        this.saveForm = saveForm;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What to open.
     *
     * @param about the certificate that the business is about; null for a business about none
     * @param organisation the name of the organisation; empty where it is to be typed in the form
     * @param creditCode its code; the same
     */
    public record Wanted(
            PlanCode plan,
            BusinessCode business,
            @Nullable Chosen about,
            String organisation,
            String creditCode) {}

    public Outcome<CaseNumber> open(Actor.Operator actor, UUID visitId, Wanted wanted) {
        Outcome<CaseNumber> opened =
                visits.of(actor, visitId)
                        .flatMap(visit -> offered(wanted).flatMap(_ -> open(actor, visit, wanted)));
        if (opened instanceof Outcome.Done<CaseNumber>(CaseNumber number)) {
            visits.of(actor, visitId)
                    .map(visit -> transaction.execute(_ -> fillIn(actor, visit, number, wanted)));
        }
        return opened;
    }

    private Outcome<BusinessPlan> offered(Wanted wanted) {
        BusinessPlan business =
                catalogue
                        .live(wanted.plan())
                        .flatMap(plan -> plan.business(wanted.business()))
                        .orElse(null);
        if (business == null) {
            return Outcome.refused(ApplicationError.NO_SUCH_BUSINESS);
        }
        return business.channel() == BusinessPlan.Channel.COUNTER
                ? Outcome.done(business)
                : Outcome.refused(CounterError.NOT_AT_THE_COUNTER);
    }

    private Outcome<CaseNumber> open(Actor.Operator actor, Visit visit, Wanted wanted) {
        Opener opener =
                new Opener(actor, visit.account(), application -> enter(actor, visit, application));
        Chosen about = wanted.about();
        return about == null
                ? transaction.execute(_ -> openings.open(opener, wanted.plan(), wanted.business()))
                : openAboutCertificate.open(opener, wanted.plan(), wanted.business(), about);
    }

    private void enter(Actor.Operator actor, Visit visit, Application application) {
        counterCases.enter(
                application.number(), visit, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                actor,
                "counter.case-entered",
                application.subject(),
                Map.of("visit", visit.id().toString(), "account", visit.account().toString()));
    }

    /** What may be answered now and is known. */
    private Outcome<ApplicationView> fillIn(
            Actor.Operator actor, Visit visit, CaseNumber number, Wanted wanted) {
        Application application = applications.lock(number).orElseThrow();
        Contents contents = handedIn.of(number);
        Map<String, String> known = known(application.business(), visit, wanted);
        Set<String> changeable = Changeable.fields(application, contents);
        known.keySet().removeIf(field -> !changeable.contains(field));
        return saveForm.save(actor, number, known);
    }

    private static Map<String, String> known(BusinessPlan business, Visit visit, Wanted wanted) {
        Map<String, String> known = new HashMap<>();
        AgentRule agent = business.agent();
        if (agent != null) {
            known.put(agent.name(), visit.name());
            known.put(agent.identityNumber(), visit.identityNumber());
            known.put(agent.mobile(), visit.mobile());
        }
        for (FormField field : business.fields()) {
            if (field.type() == FieldType.ORGANISATION_NAME) {
                known.put(field.name(), wanted.organisation().strip());
            } else if (field.type() == FieldType.CREDIT_CODE) {
                known.put(field.name(), wanted.creditCode().strip());
            }
        }
        known.values().removeIf(String::isEmpty);
        return known;
    }
}
