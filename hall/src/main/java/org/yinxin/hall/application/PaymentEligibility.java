package org.yinxin.hall.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.payment.PaymentGuard;
import org.yinxin.hall.reference.CaseNumber;

/** Eligibility at payment, wherever the payment is started: the case waits for money, still holds its place, and its days are not over. */
@Component
class PaymentEligibility implements PaymentGuard {

    private final Applications applications;
    private final Eligibility eligibility;
    private final CertificateEligibility certificateEligibility;
    private final GateKeeper gateKeeper;

    PaymentEligibility(
            Applications applications,
            Eligibility eligibility,
            CertificateEligibility certificateEligibility,
            GateKeeper gateKeeper) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.certificateEligibility = certificateEligibility;
        this.gateKeeper = gateKeeper;
    }

    @Override
    public Optional<Refusal> refusal(CaseNumber number) {
        return applications
                .find(number)
                .filter(found -> found.workable(GateSettings.Payment.class).isPresent())
                .map(
                        found ->
                                eligibility
                                        .stillHeld(found)
                                        .or(
                                                () ->
                                                        certificateEligibility.inTime(
                                                                found, gateKeeper.now())))
                .orElseGet(
                        () -> Optional.of(new Refusal(ApplicationError.NOT_TO_BE_PAID, List.of())));
    }
}
