package org.yinxin.hall.application;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/** What an older certificate has to say when a new one is issued in its place. */
@Component
class Reissue {

    private final Applications applications;
    private final OldCertificates certificates;
    private final CertificateEligibility eligibility;
    private final GateKeeper gateKeeper;

    Reissue(
            Applications applications,
            OldCertificates certificates,
            CertificateEligibility eligibility,
            GateKeeper gateKeeper) {
        this.applications = applications;
        this.certificates = certificates;
        this.eligibility = eligibility;
        this.gateKeeper = gateKeeper;
    }

    /** The certificate that the case is about, as the authority says it stands; never asked inside a transaction. */
    Optional<OldCertificate> old(CaseNumber number) {
        return applications
                .find(number)
                .flatMap(found -> Optional.ofNullable(found.about()))
                .flatMap(about -> certificates.find(about.pair()));
    }

    /** Why nothing is issued; what was ordered once can always be gone on with. */
    Optional<Refusal> refusal(Application application, Optional<OldCertificate> old) {
        return application.milestones().issuanceOrder() == null
                ? eligibility.atIssue(application, old.orElse(null), gateKeeper.now())
                : Optional.empty();
    }

    /** The end of the new certificate; null where it is so many years from the issue. */
    @Nullable Instant end(Application application, int years) {
        CertificateRule rule = application.business().certificate();
        About about = application.about();
        Instant now = gateKeeper.now();
        if (rule == null
                || about == null
                || rule.validity() == CertificateRule.Validity.FROM_ISSUE
                || !about.until().isAfter(now)) {
            return null;
        }
        return Term.of(rule.validity(), now, years, about.until())
                .map(Term::notAfter)
                .orElseThrow();
    }
}
