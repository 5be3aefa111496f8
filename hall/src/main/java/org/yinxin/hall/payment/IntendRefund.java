package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.RefundNumber;

/**
 * Records, in the transaction of the caller, that a payment shall go back; the job does it afterwards. However often
 * and from wherever it is asked, a payment goes back once.
 */
@Component
class IntendRefund {

    private final PaymentRefunds refunds;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    IntendRefund(
            PaymentRefunds refunds,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.refunds = refunds;
        this.events = events;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * What shall go back.
     *
     * @param channel over which it came
     * @param attempt the attempt that was paid; null where a bank brought the money
     * @param transaction the channel's number of the payment
     */
    record Payment(
            ChannelCode channel,
            @Nullable AttemptNumber attempt,
            String transaction,
            Money amount) {}

    void intend(Actor by, PaymentOrder order, Payment payment, RefundReason reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Without an attempt there is nothing that a channel could be asked to give back.
        RefundState state =
                payment.attempt() == null ? new RefundState.ByHand() : new RefundState.Intended();
        Refund refund =
                new Refund(
                        new RefundId(uuids.get()),
                        order.id(),
                        payment.channel(),
                        payment.attempt(),
                        payment.transaction(),
                        payment.amount(),
                        reason,
                        now,
                        RefundNumber.of(uuids.get()),
                        state);
        if (!refunds.add(refund, now)) {
            return;
        }
        audit.record(
                by,
                "payment.refund-intended",
                "order:" + order.id(),
                Map.of(
                        "case", order.caseNumber().text(),
                        "refund", refund.id().toString(),
                        "transaction", refund.transaction(),
                        "amount", refund.amount().toString(),
                        "reason", reason.name()));
        events.publishEvent(new RefundBegun(order.id(), order.caseNumber(), refund.amount()));
    }

    /** The refunds of an order, oldest first. */
    List<Refund> of(OrderId order) {
        return refunds.of(order);
    }
}
