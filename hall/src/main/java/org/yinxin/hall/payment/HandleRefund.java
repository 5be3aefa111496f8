package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.RefundNumber;

/**
 * What a finance officer does about a refund that does not happen by itself.
 *
 * <p>Refusals: {@link PaymentError#NOT_A_FINANCE_OFFICER}; {@link PaymentError#NO_SUCH_REFUND}; {@link
 * PaymentError#REFUND_NOT_OPEN} for one that is done or is still being worked on; {@link
 * PaymentError#NOT_A_BANK_NUMBER}.
 */
@Component
public class HandleRefund {

    private final PaymentRefunds refunds;
    private final RecordRefund record;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    HandleRefund(
            PaymentRefunds refunds,
            RecordRefund record,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.refunds = refunds;
        this.record = record;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /** The officer has sent the money back by bank. */
    @Transactional
    public Outcome<Refund> record(Actor actor, RefundId id, String bankNumber) {
        return Finance.officer(actor)
                .flatMap(_ -> open(id))
                .flatMap(
                        refund ->
                                Finance.bankNumber(bankNumber)
                                        .map(number -> recorded(actor, refund, number)));
    }

    /** The channel shall try again, after somebody has removed what stood in the way. */
    @Transactional
    public Outcome<Refund> again(Actor actor, RefundId id) {
        return Finance.officer(actor)
                .flatMap(_ -> open(id))
                .flatMap(
                        refund ->
                                refund.state() instanceof RefundState.Failed failed
                                        ? Outcome.done(tried(actor, refund, failed))
                                        : Outcome.refused(PaymentError.REFUND_NOT_OPEN));
    }

    private Outcome<Refund> open(RefundId id) {
        return refunds.lock(id)
                .map(
                        refund ->
                                refund.state().needsPerson()
                                        ? Outcome.done(refund)
                                        : Outcome.<Refund>refused(PaymentError.REFUND_NOT_OPEN))
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_REFUND));
    }

    private Refund recorded(Actor actor, Refund refund, String number) {
        record.done(refund, new RefundState.Done(now(), number, actor.reference()), actor);
        return refunds.find(refund.id()).orElseThrow();
    }

    private Refund tried(Actor actor, Refund refund, RefundState.Failed failed) {
        // Under the old number the channel would only repeat what it said, where that number is
        // used up.
        RefundNumber number = failed.usedUp() ? RefundNumber.of(uuids.get()) : refund.number();
        refunds.change(refund.id(), number, new RefundState.Intended(), now());
        audit.record(
                actor,
                "payment.refund-again",
                "order:" + refund.order(),
                Map.of("refund", refund.id().toString(), "fault", failed.fault()));
        return refunds.find(refund.id()).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
