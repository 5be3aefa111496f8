package org.yinxin.hall.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.CertificateRule.Phase;
import org.yinxin.hall.catalogue.CertificateRule.Validity;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Window;
import org.yinxin.hall.certificate.Holders;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.subscriber.Subscribers;

/**
 * Whether a business may be done about a certificate, in words with dates. It is looked at when the case is opened, before
 * money and before issue, because days pass and certificates end meanwhile.
 */
@Component
class CertificateEligibility {

    private final Applications applications;
    private final Subscribers subscribers;
    private final Holders holders;

    CertificateEligibility(Applications applications, Subscribers subscribers, Holders holders) {
        this.applications = applications;
        this.subscribers = subscribers;
        this.holders = holders;
    }

    /** Why somebody may not open a case of this business about this certificate now; empty when it may be. */
    Optional<Refusal> atOpening(
            AccountId account, Plan plan, BusinessPlan business, OldCertificate old, Instant now) {
        LedgerEntry sign = old.sign();
        if (!reachable(account, business, sign, now)) {
            return refusal(ApplicationError.NO_SUCH_CERTIFICATE);
        }
        Optional<Refusal> elsewhere = ofItsPlan(plan, business, sign);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        if (sign.installedAt() == null) {
            return refusal(ApplicationError.CERTIFICATE_NOT_INSTALLED);
        }
        CertificateRule rule = business.certificate();
        return rule == null ? Optional.empty() : standing(rule, old, now);
    }

    /** A project is opened to the certificates of the other projects of its authority; all else is for its own ones. */
    private Optional<Refusal> ofItsPlan(Plan plan, BusinessPlan business, LedgerEntry sign) {
        boolean own = plan.code().equals(planOf(sign));
        if (!business.opensPlan()) {
            return own ? Optional.empty() : refusal(ApplicationError.CERTIFICATE_OF_ANOTHER_PLAN);
        }
        if (own) {
            return refusal(ApplicationError.CERTIFICATE_OF_THIS_PLAN);
        }
        return plan.authority().equals(sign.authority().value())
                ? Optional.empty()
                : refusal(ApplicationError.CERTIFICATE_OF_ANOTHER_PLAN);
    }

    /** Whether it is still the time for it; asked before money, where the authority cannot be. */
    Optional<Refusal> inTime(Application application, Instant now) {
        CertificateRule rule = application.business().certificate();
        About about = application.about();
        return rule == null || about == null
                ? Optional.empty()
                : window(rule, about.lastDay(), day(now)).or(() -> kept(rule, about, now));
    }

    /** Whether the new certificate may be issued; by then the old one may have been ended by the case itself. */
    Optional<Refusal> atIssue(Application application, @Nullable OldCertificate old, Instant now) {
        CertificateRule rule = application.business().certificate();
        if (rule == null || old == null) {
            return Optional.empty();
        }
        boolean endedByUs = rule.old() != null && rule.oldEnds() != CertificateRule.End.INSTALLED;
        return endedByUs || old.living()
                ? inTime(application, now)
                : refusal(ApplicationError.CERTIFICATE_ENDED);
    }

    private Optional<Refusal> standing(CertificateRule rule, OldCertificate old, Instant now) {
        if (!old.living()) {
            return refusal(ApplicationError.CERTIFICATE_ENDED);
        }
        LocalDate lastDay = old.about().lastDay();
        Phase phase = old.phase(now);
        if (phase != Phase.HELD || !rule.phases().contains(Phase.HELD)) {
            Optional<Refusal> late = window(rule, lastDay, day(now));
            if (late.isPresent()) {
                return late;
            }
        }
        if (!rule.phases().contains(phase)) {
            return refusal(
                    switch (phase) {
                        case VALID -> ApplicationError.CERTIFICATE_STILL_GOOD;
                        case EXPIRED -> ApplicationError.CERTIFICATE_EXPIRED;
                        case HELD -> ApplicationError.CERTIFICATE_ON_HOLD;
                    },
                    lastDay);
        }
        return kept(rule, old.about(), now);
    }

    private static Optional<Refusal> window(
            CertificateRule rule, LocalDate lastDay, LocalDate today) {
        Window window = new Window(rule.daysBefore(), rule.daysAfter());
        return switch (window.at(lastDay, today)) {
            case EARLY ->
                    refusal(
                            ApplicationError.TOO_EARLY,
                            window.opens(lastDay).orElseThrow(),
                            lastDay);
            case LATE ->
                    refusal(
                            ApplicationError.TOO_LATE,
                            window.closes(lastDay).orElseThrow(),
                            lastDay);
            case WITHIN -> Optional.empty();
        };
    }

    /** What takes over the old one's end cannot be had after it. */
    private static Optional<Refusal> kept(CertificateRule rule, About about, Instant now) {
        return rule.validity() == Validity.KEEP_OLD && !about.until().isAfter(now)
                ? refusal(ApplicationError.CERTIFICATE_EXPIRED, about.lastDay())
                : Optional.empty();
    }

    /** One's own; or one's organisation's, where the key itself has to prove that it is at hand. */
    private boolean reachable(
            AccountId account, BusinessPlan business, LedgerEntry sign, Instant now) {
        if (sign.holder().equals(account) && holders.present(sign)) {
            return true;
        }
        String code = sign.organisationCode();
        return code != null
                && !business.gates(GateSettings.KeyProof.class).isEmpty()
                && UnifiedSocialCreditCode.check(code)
                        .accepted()
                        .filter(it -> subscribers.isAuthorised(account, it, day(now)))
                        .isPresent();
    }

    private @Nullable PlanCode planOf(LedgerEntry sign) {
        return applications.find(sign.caseNumber()).map(found -> found.plan().code()).orElse(null);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, GateKeeper.SHANGHAI);
    }

    private static Optional<Refusal> refusal(ApplicationError code, LocalDate... days) {
        return Optional.of(
                new Refusal(
                        code, List.of(), List.of(days).stream().map(LocalDate::toString).toList()));
    }
}
