package org.yinxin.hall.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.code.DocumentKind;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.subscriber.RegisterSubscriber;
import org.yinxin.hall.subscriber.Registration;

/** Files the organisation and its agent when an application was approved. */
@Component
class Registrations {

    private final RegisterSubscriber registerSubscriber;
    private final HandedIn handedIn;
    private final CaseUnits units;
    private final GateKeeper gateKeeper;

    Registrations(
            RegisterSubscriber registerSubscriber,
            HandedIn handedIn,
            CaseUnits units,
            GateKeeper gateKeeper) {
        this.registerSubscriber = registerSubscriber;
        this.handedIn = handedIn;
        this.units = units;
        this.gateKeeper = gateKeeper;
    }

    /** So many days may lie between the approval and the certificate. */
    private static final int DAYS_TO_PRODUCE = 90;

    /** So many days an authorisation is good for where the plan's businesses never close. */
    private static final int DAYS_WITHOUT_END = 3650;

    /**
     * Does nothing for businesses where nobody acts for an organisation, or nothing is certified; nor for a case that was
     * handed over, whose agent has an authorisation of their own, or lost meanwhile: an approval brings nobody back.
     */
    void register(Application application, Actor by) {
        AgentRule rule = application.business().agent();
        String filed = application.milestones().subject();
        if (rule == null || filed == null || !application.business().kind().makesCertificate()) {
            return;
        }
        if (units.moved(application.number()) || units.lost(application)) {
            return;
        }
        SubmittedSubject subject = SubmittedSubject.read(filed);
        Map<String, String> answers = handedIn.of(application.number()).values();
        Optional<UnifiedSocialCreditCode> code =
                Optional.ofNullable(subject.organisationCode())
                        .flatMap(text -> UnifiedSocialCreditCode.check(text).accepted());
        Optional<Registration.Agent> agent = agent(application, rule, answers, subject.years());
        if (code.isPresent() && agent.isPresent()) {
            registerSubscriber.register(
                    by,
                    new Registration(
                            application.number(), code.get(), subject.organisation(), agent.get()));
        }
    }

    /**
     * The authorisation runs as long as the certificate, and on while the plan lets anything be done about it afterwards:
     * whoever may renew an expired certificate has to be able to see it.
     */
    private Optional<Registration.Agent> agent(
            Application application, AgentRule rule, Map<String, String> answers, int years) {
        LocalDate today = gateKeeper.today();
        String name = answers.getOrDefault(rule.name(), "");
        Optional<IdentityDocument> document =
                IdentityDocument.check(
                                DocumentKind.RESIDENT_IDENTITY_CARD,
                                answers.getOrDefault(rule.identityNumber(), ""),
                                today)
                        .accepted();
        Optional<MobileNumber> mobile =
                MobileNumber.check(answers.getOrDefault(rule.mobile(), "")).accepted();
        if (name.isBlank() || document.isEmpty() || mobile.isEmpty()) {
            return Optional.empty();
        }
        EmailAddress email =
                rule.email() == null
                        ? null
                        : EmailAddress.check(answers.getOrDefault(rule.email(), ""))
                                .accepted()
                                .orElse(null);
        return Optional.of(
                new Registration.Agent(
                        application.account(),
                        name,
                        document.get(),
                        mobile.get(),
                        email,
                        today,
                        today.plusYears(years).plusDays(daysAfter(application.plan()))));
    }

    private static int daysAfter(Plan plan) {
        return DAYS_TO_PRODUCE
                + plan.businesses().stream()
                        .flatMap(business -> Optional.ofNullable(business.certificate()).stream())
                        .mapToInt(
                                rule ->
                                        Objects.requireNonNullElse(
                                                rule.daysAfter(), DAYS_WITHOUT_END))
                        .max()
                        .orElse(0);
    }
}
