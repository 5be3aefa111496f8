package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.payment.channel.RefundNumber;
import org.yinxin.hall.payment.channel.Refunding;

/**
 * Records what a channel said of a refund. What is done stays done: anything that is said later is journalled and
 * changes nothing.
 */
@Component
class RecordRefund {

    private static final Actor FROM_NOTIFICATION = new Actor.Hall("refund-notification");
    private static final Actor FROM_JOB = new Actor.Hall("refund");
    private static final String OTHER_AMOUNT = "AMOUNT_DIFFERS";

    private final PaymentRefunds refunds;
    private final PaymentOrders orders;
    private final PaymentConcerns concerns;
    private final PaymentNotifications notifications;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    RecordRefund(
            PaymentRefunds refunds,
            PaymentOrders orders,
            PaymentConcerns concerns,
            PaymentNotifications notifications,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.concerns = concerns;
        this.notifications = notifications;
        this.events = events;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /** Takes the right to talk to the channel about it now, so that no other node does too. */
    @Transactional
    public boolean claim(Refund refund) {
        Instant now = now();
        return refunds.claim(refund.id(), now, CarryOutRefund.nextTry(refund, now));
    }

    /** Acts on a genuine call-back; a repeated one changes nothing. */
    @Transactional
    public Verdict notified(
            ChannelCode channel, String notificationId, String body, String number, Refunding how) {
        UUID id = uuids.get();
        if (!notifications.add(id, channel, notificationId, now(), body)) {
            return notifications.verdict(channel, notificationId).orElseThrow();
        }
        Optional<Refund> known =
                RefundNumber.possible(number)
                        ? refunds.lock(new RefundNumber(number))
                                .filter(refund -> refund.channel().equals(channel))
                        : Optional.empty();
        Verdict verdict = known.isPresent() ? Verdict.REFUND_NOTED : Verdict.UNKNOWN_REFUND;
        known.ifPresent(refund -> note(refund, how, FROM_NOTIFICATION));
        notifications.judge(
                id,
                verdict,
                known.map(Refund::number).map(RefundNumber::text).orElse(null),
                known.map(Refund::transaction).orElse(null));
        return verdict;
    }

    /** Acts on what the channel answered about the refund under this number. */
    @Transactional
    public void answered(RefundNumber number, Refunding how) {
        // Meanwhile it may have got another number; then this answer is about one that is over.
        refunds.lock(number).ifPresent(refund -> note(refund, how, FROM_JOB));
    }

    private void note(Refund refund, Refunding how, Actor by) {
        switch (refund.state()) {
            case RefundState.Intended _, RefundState.Processing _, RefundState.Failed _ ->
                    move(refund, how, by);
            case RefundState.Done(_, _, var person) -> {
                if (person != null && how instanceof Refunding.Done) {
                    // A person sent it back too: money that has to be asked for.
                    audited(by, "payment.refunded-twice", refund, Map.of("by", person));
                }
            }
            case RefundState.ByHand _ -> {}
        }
    }

    private void move(Refund refund, Refunding how, Actor by) {
        switch (how) {
            case Refunding.Done(String reference, long fen, Instant at) -> {
                if (fen == refund.amount().fen()) {
                    done(refund, new RefundState.Done(at, reference, null), by);
                } else {
                    failed(refund, new RefundState.Failed(OTHER_AMOUNT, false), by);
                }
            }
            case Refunding.Processing(String reference) -> {
                if (refund.state() instanceof RefundState.Intended) {
                    Instant now = now();
                    refunds.change(
                            refund.id(),
                            refund.number(),
                            new RefundState.Processing(reference),
                            CarryOutRefund.nextTry(refund, now));
                    audited(by, "payment.refund-taken-on", refund, Map.of("reference", reference));
                }
            }
            case Refunding.Failed(String fault, boolean usedUp) ->
                    failed(refund, new RefundState.Failed(fault, usedUp), by);
            case Refunding.Unknown _ -> {
                if (refund.state() instanceof RefundState.Processing) {
                    // The channel has forgotten it: ask it again to do it, under the same number.
                    refunds.change(
                            refund.id(),
                            refund.number(),
                            new RefundState.Intended(),
                            now().plus(Duration.ofMinutes(1)));
                }
            }
            case Refunding.Unavailable _ -> {}
        }
    }

    private void failed(Refund refund, RefundState.Failed state, Actor by) {
        if (!state.equals(refund.state())) {
            refunds.change(refund.id(), refund.number(), state, now());
            audited(by, "payment.refund-failed", refund, Map.of("fault", state.fault()));
        }
    }

    /** Ends a refund that the caller has locked. */
    void done(Refund refund, RefundState.Done state, Actor by) {
        refunds.change(refund.id(), refund.number(), state, now());
        concerns.resolve(refund.channel(), refund.transaction(), now());
        audited(by, "payment.refunded", refund, Map.of("reference", state.reference()));
        PaymentOrder order = orders.find(refund.order()).orElseThrow();
        events.publishEvent(new OrderRefunded(order.id(), order.caseNumber(), refund.amount()));
    }

    private void audited(Actor by, String action, Refund refund, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("refund", refund.id().toString());
        details.put("transaction", refund.transaction());
        details.put("amount", refund.amount().toString());
        audit.record(by, action, "order:" + refund.order(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
