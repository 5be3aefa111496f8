package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.privacy.Masked;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The receipt that the visitor takes home (受理回执); that it was given out is recorded.
 *
 * <p>Refuses anybody but entry officers, a case that came on line, and one that was not submitted.
 */
@Component
public class PrintReceipt {

    private final Applications applications;
    private final CounterCases counterCases;
    private final HandedIn handedIn;
    private final ReadOrder orders;
    private final AuditTrail audit;

    PrintReceipt(
            Applications applications,
            CounterCases counterCases,
            HandedIn handedIn,
            ReadOrder orders,
            AuditTrail audit) {
        this.applications = applications;
        this.counterCases = counterCases;
        this.handedIn = handedIn;
        this.orders = orders;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Receipt> print(Actor.Operator actor, CaseNumber number) {
        if (!actor.has(Role.ENTRY_OFFICER)) {
            return Outcome.refused(CounterError.NOT_AN_ENTRY_OFFICER);
        }
        Optional<Visit> visit = counterCases.visitOf(number);
        Optional<Application> application = applications.find(number);
        if (visit.isEmpty() || application.isEmpty()) {
            return Outcome.refused(CounterError.NO_SUCH_CASE);
        }
        Optional<Instant> submitted = submittedAt(application.get());
        if (submitted.isEmpty()) {
            return Outcome.refused(CounterError.NOT_SUBMITTED);
        }
        audit.record(actor, "counter.receipt-printed", "application:" + number);
        return Outcome.done(receipt(application.get(), visit.get(), submitted.get()));
    }

    private static Optional<Instant> submittedAt(Application application) {
        return application.business().gates(GateSettings.Submission.class).stream()
                .map(gate -> application.gates().state(gate.code()))
                .filter(GateState.Passed.class::isInstance)
                .map(state -> ((GateState.Passed) state).at())
                .findFirst();
    }

    private Receipt receipt(Application application, Visit visit, Instant submittedAt) {
        Contents contents = handedIn.of(application.number());
        Map<String, Original> originals = counterCases.originals(application.number());
        String holder = application.milestones().holder();
        List<Receipt.Line> papers =
                application.business().papers(contents.values()).stream()
                        .flatMap(
                                paper ->
                                        Optional.ofNullable(originals.get(paper.code()))
                                                .map(
                                                        original ->
                                                                new Receipt.Line(
                                                                        paper.title(),
                                                                        contents.papers()
                                                                                .containsKey(
                                                                                        paper
                                                                                                .code()),
                                                                        original.kept()))
                                                .stream())
                        .toList();
        List<PaymentOrder> bills =
                application.business().gates(GateSettings.Payment.class).stream()
                        .flatMap(gate -> orders.ofGate(application.number(), gate.code()).stream())
                        .toList();
        return new Receipt(
                application.number(),
                application.plan().title(),
                application.business().title(),
                holder == null ? null : Masked.holder(holder),
                Masked.name(visit.name()),
                visit.maskedMobile(),
                papers,
                application.business().gates(GateSettings.Consent.class).stream()
                        .anyMatch(gate -> application.gates().state(gate.code()).passed()),
                fee(application, contents, bills),
                !bills.isEmpty() && bills.stream().allMatch(PaymentOrder::settled),
                workingDays(application),
                submittedAt,
                visit.officerName(),
                StatusWords.status(application).words());
    }

    /** What was billed, and of what was not billed yet what the plan asks. */
    private static Money fee(Application application, Contents contents, List<PaymentOrder> bills) {
        if (!bills.isEmpty()) {
            return bills.stream().map(PaymentOrder::amount).reduce(Money.ZERO, Money::plus);
        }
        Map<String, String> values = contents.values();
        return application
                .business()
                .total(application.plan().years(application.business(), values), values);
    }

    private static @Nullable Integer workingDays(Application application) {
        return application.business().gates(GateSettings.Review.class).stream()
                .map(GatePlan::settings)
                .map(settings -> ((GateSettings.Review) settings).workingDays())
                .filter(days -> days != null)
                .findFirst()
                .orElse(null);
    }
}
