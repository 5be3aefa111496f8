package org.yinxin.hall.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.Window;
import org.yinxin.hall.certificate.CertificateBusiness;
import org.yinxin.hall.certificate.CertificateBusinesses;
import org.yinxin.hall.certificate.Holders;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/** Says of each business of the plan whether it can be done about a certificate now, and if not, why. */
@Component
class OfferedAbout implements CertificateBusinesses {

    private final Applications applications;
    private final Catalogue catalogue;
    private final OldCertificates certificates;
    private final CertificateEligibility eligibility;
    private final Holders holders;
    private final GateKeeper gateKeeper;

    OfferedAbout(
            Applications applications,
            Catalogue catalogue,
            OldCertificates certificates,
            CertificateEligibility eligibility,
            Holders holders,
            GateKeeper gateKeeper) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.certificates = certificates;
        this.eligibility = eligibility;
        this.holders = holders;
        this.gateKeeper = gateKeeper;
    }

    @Override
    public List<CertificateBusiness> about(Actor.Subscriber actor, String serial) {
        Optional<OldCertificate> old =
                certificates.find(serial).filter(it -> holders.holds(actor, it.sign()));
        Optional<Plan> plan =
                old.flatMap(it -> applications.find(it.sign().caseNumber()))
                        .flatMap(found -> catalogue.live(found.plan().code()));
        if (plan.isEmpty()) {
            return List.of();
        }
        Instant now = gateKeeper.now();
        return Stream.concat(
                        offered(plan.get(), false)
                                .map(it -> one(actor, plan.get(), it, old.get(), now)),
                        neighbours(plan.get())
                                .flatMap(
                                        other ->
                                                offered(other, true)
                                                        .map(
                                                                it ->
                                                                        one(
                                                                                actor, other, it,
                                                                                old.get(), now))))
                .toList();
    }

    private static Stream<BusinessPlan> offered(Plan plan, boolean opening) {
        return plan.businesses().stream()
                .filter(business -> business.kind().aboutCertificate())
                .filter(business -> business.opensPlan() == opening);
    }

    /** The other projects of the authority, which may be opened to a certificate of this one. */
    private Stream<Plan> neighbours(Plan plan) {
        return catalogue.live().stream()
                .filter(other -> !other.code().equals(plan.code()))
                .filter(other -> other.authority().equals(plan.authority()));
    }

    private CertificateBusiness one(
            Actor.Subscriber actor,
            Plan plan,
            BusinessPlan business,
            OldCertificate old,
            Instant now) {
        LocalDate lastDay = old.about().lastDay();
        CertificateRule rule = business.certificate();
        Window window =
                rule == null
                        ? new Window(null, null)
                        : new Window(rule.daysBefore(), rule.daysAfter());
        return new CertificateBusiness(
                plan.code().text(),
                business.code().text(),
                business.title(),
                eligibility
                        .atOpening(actor.account(), plan, business, old, now)
                        .or(() -> begun(old, business))
                        .orElse(null),
                window.opens(lastDay).orElse(null),
                window.closes(lastDay).orElse(null),
                lastDay);
    }

    private Optional<Refusal> begun(OldCertificate old, BusinessPlan business) {
        return applications
                .openCase(old.about().pair(), business.code())
                .map(CaseNumber::text)
                .map(
                        number ->
                                new Refusal(
                                        ApplicationError.CASE_ABOUT_IT,
                                        List.of(),
                                        List.of(number)));
    }
}
