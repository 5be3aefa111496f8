package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Opens an application under the newest version of a plan, which it keeps from then on.
 *
 * <p>Refuses a plan or business that is not offered, one that is about an existing certificate, and a second open case where the plan allows one.
 */
@Component
public class OpenApplication {

    private final Catalogue catalogue;
    private final Applications applications;
    private final NewCases newCases;
    private final CaseUnits units;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;

    OpenApplication(
            Catalogue catalogue,
            Applications applications,
            NewCases newCases,
            CaseUnits units,
            GateKeeper gateKeeper,
            AuditTrail audit) {
        this.catalogue = catalogue;
        this.applications = applications;
        this.newCases = newCases;
        this.units = units;
        this.gateKeeper = gateKeeper;
        this.audit = audit;
    }

    @Transactional
    public Outcome<CaseNumber> open(
            Actor.Subscriber actor, PlanCode planCode, BusinessCode businessCode) {
        Plan plan = catalogue.live(planCode).orElse(null);
        if (plan == null) {
            return Outcome.refused(ApplicationError.NO_SUCH_BUSINESS);
        }
        BusinessPlan business = plan.business(businessCode).orElse(null);
        if (business == null) {
            return Outcome.refused(ApplicationError.NO_SUCH_BUSINESS);
        }
        if (business.kind().aboutCertificate()) {
            return Outcome.refused(ApplicationError.CERTIFICATE_WANTED);
        }
        units.letGo(actor.account());
        // A number can be taken; then another is drawn. An open case cannot be argued away.
        while (true) {
            Optional<CaseNumber> open =
                    applications.openCase(actor.account(), planCode, businessCode);
            if (open.isPresent() && business.limits().oneOpenCase()) {
                return Outcome.refused(
                        new Refusal(
                                ApplicationError.OPEN_CASE_EXISTS,
                                List.of(),
                                List.of(open.get().text())));
            }
            Application application = newCases.draft(actor, plan, business, null);
            if (applications.add(application)) {
                audit.record(
                        actor,
                        "application.opened",
                        application.subject(),
                        Map.of(
                                "plan", planCode.text(),
                                "version", Integer.toString(plan.version()),
                                "business", businessCode.text()));
                gateKeeper.begin(application, actor);
                return Outcome.done(application.number());
            }
        }
    }
}
