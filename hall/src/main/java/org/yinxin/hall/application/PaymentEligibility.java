package org.yinxin.hall.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.payment.PaymentGuard;
import org.yinxin.hall.reference.CaseNumber;

/** Eligibility at payment, wherever the payment is started: the case waits for money and still holds its place. */
@Component
class PaymentEligibility implements PaymentGuard {

    private final Applications applications;
    private final Eligibility eligibility;

    PaymentEligibility(Applications applications, Eligibility eligibility) {
        this.applications = applications;
        this.eligibility = eligibility;
    }

    @Override
    public Optional<Refusal> refusal(CaseNumber number) {
        return applications
                .find(number)
                .filter(found -> found.workable(GateSettings.Payment.class).isPresent())
                .map(eligibility::stillHeld)
                .orElseGet(
                        () -> Optional.of(new Refusal(ApplicationError.NOT_TO_BE_PAID, List.of())));
    }
}
