package org.yinxin.hall.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/** Opens applications that are about no certificate, whoever does it; inside the transaction of a use case. */
@Component
class Openings {

    private final Catalogue catalogue;
    private final Applications applications;
    private final NewCases newCases;
    private final CaseUnits units;
    private final GateKeeper gateKeeper;
    private final AuditTrail audit;

    Openings(
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

    Outcome<CaseNumber> open(Opener opener, PlanCode planCode, BusinessCode businessCode) {
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
        units.letGo(opener.account());
        // A number can be taken; then another is drawn. An open case cannot be argued away.
        while (true) {
            Optional<CaseNumber> open =
                    applications.openCase(opener.account(), planCode, businessCode);
            if (open.isPresent() && business.limits().oneOpenCase()) {
                return Outcome.refused(
                        new Refusal(
                                ApplicationError.OPEN_CASE_EXISTS,
                                List.of(),
                                List.of(open.get().text())));
            }
            Application application = newCases.draft(opener.account(), plan, business, null);
            if (applications.add(application)) {
                audit.record(
                        opener.by(),
                        "application.opened",
                        application.subject(),
                        Map.of(
                                "plan", planCode.text(),
                                "version", Integer.toString(plan.version()),
                                "business", businessCode.text()));
                opener.filed().filed(application);
                gateKeeper.begin(application, opener.by());
                return Outcome.done(application.number());
            }
        }
    }
}
