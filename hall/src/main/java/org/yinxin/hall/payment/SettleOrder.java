package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.ChannelPayment;

/**
 * Takes note that money came. Signature and merchant were checked by the channel; here the attempt, the amount and the
 * currency are, under a lock on the order, so that any number of reports of one payment settle it once. What does not
 * fit is kept as a concern and never dropped; see {@link Verdict} for all that can come of it.
 */
@Component
class SettleOrder {

    private static final String CURRENCY = "CNY";
    private static final Actor FROM_NOTIFICATION = new Actor.Hall("payment-notification");
    private static final Actor FROM_CHECK = new Actor.Hall("payment-check");

    private final PaymentOrders orders;
    private final PaymentAttempts attempts;
    private final PaymentNotifications notifications;
    private final PaymentConcerns concerns;
    private final IntendRefund intendRefund;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    SettleOrder(
            PaymentOrders orders,
            PaymentAttempts attempts,
            PaymentNotifications notifications,
            PaymentConcerns concerns,
            IntendRefund intendRefund,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.notifications = notifications;
        this.concerns = concerns;
        this.intendRefund = intendRefund;
        this.events = events;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /** Acts on a genuine call-back; a repeated one hears what the first one heard and changes nothing. */
    @Transactional
    public Verdict notified(
            ChannelCode channel, String notificationId, String body, ChannelPayment payment) {
        UUID id = uuids.get();
        if (!notifications.add(id, channel, notificationId, now(), body)) {
            Verdict first = notifications.verdict(channel, notificationId).orElseThrow();
            return first == Verdict.SETTLED ? Verdict.REPEATED : first;
        }
        Verdict verdict = settle(channel, payment, FROM_NOTIFICATION);
        notifications.judge(id, verdict, payment.number(), payment.transaction());
        return verdict;
    }

    /** Acts on what the channel answered when it was asked. */
    @Transactional
    public Verdict found(ChannelCode channel, ChannelPayment payment) {
        return settle(channel, payment, FROM_CHECK);
    }

    private Verdict settle(ChannelCode channel, ChannelPayment payment, Actor by) {
        Optional<Attempt> known =
                AttemptNumber.possible(payment.number())
                        ? attempts.find(new AttemptNumber(payment.number()))
                        : Optional.empty();
        if (known.isEmpty() || !known.get().channel().equals(channel)) {
            audit.record(
                    by,
                    "payment.unknown-attempt",
                    "channel:" + channel,
                    Map.of("transaction", payment.transaction()));
            return Verdict.UNKNOWN_ATTEMPT;
        }
        PaymentOrder order = orders.lock(known.get().order()).orElseThrow();
        return settle(order, new Came(channel, known.get(), payment), by);
    }

    /** Acts on money that a finance officer has found on the account; the caller has locked the order. */
    Verdict transferred(PaymentOrder order, ChannelPayment payment, Actor by) {
        return settle(order, new Came(ChannelCode.TRANSFER, null, payment), by);
    }

    /** What came, and for which attempt; none where a bank brought it. */
    private record Came(ChannelCode channel, @Nullable Attempt attempt, ChannelPayment payment) {

        String transaction() {
            return payment.transaction();
        }

        String number() {
            return attempt == null ? "" : attempt.number().text();
        }
    }

    private Verdict settle(PaymentOrder order, Came came, Actor by) {
        return switch (order.state()) {
            case OrderState.Settled settled ->
                    settled.channel().equals(came.channel())
                                    && settled.transaction().equals(came.transaction())
                            ? Verdict.REPEATED
                            : concern(order, came, RefundReason.PAID_TWICE, by);
            case OrderState.Closed _ -> concern(order, came, RefundReason.PAID_AFTER_CLOSE, by);
            case OrderState.Unpaid _ ->
                    fits(order, came.payment())
                            ? pay(order, came, by)
                            : concern(order, came, RefundReason.AMOUNT_DIFFERS, by);
        };
    }

    private static boolean fits(PaymentOrder order, ChannelPayment payment) {
        return payment.fen() == order.amount().fen() && payment.currency().equals(CURRENCY);
    }

    private Verdict pay(PaymentOrder order, Came came, Actor by) {
        Instant at = came.payment().at();
        orders.end(order.id(), new OrderState.Settled(at, came.channel(), came.transaction()));
        if (came.attempt() != null) {
            attempts.change(came.attempt().number(), new AttemptState.Settled(), now());
        }
        // Codes of other attempts would now be paid for nothing.
        attempts.live(order.id())
                .forEach(
                        other ->
                                attempts.change(other.number(), new AttemptState.Closing(), now()));
        audit.record(
                by,
                "payment.settled",
                "order:" + order.id(),
                Map.of(
                        "case", order.caseNumber().text(),
                        "attempt", came.number(),
                        "channel", came.channel().text(),
                        "transaction", came.transaction(),
                        "amount", order.amount().toString()));
        events.publishEvent(
                new OrderSettled(
                        order.id(),
                        order.caseNumber(),
                        order.request().gate(),
                        order.amount(),
                        came.channel(),
                        at));
        return Verdict.SETTLED;
    }

    /** Keeps money that does not fit. What nobody can want to keep goes back at once; another amount is looked at first. */
    private Verdict concern(PaymentOrder order, Came came, RefundReason reason, Actor by) {
        Attempt attempt = came.attempt();
        Concern concern =
                new Concern(
                        uuids.get(),
                        order.id(),
                        reason,
                        came.channel(),
                        attempt == null ? null : attempt.number(),
                        came.transaction(),
                        came.payment().fen(),
                        came.payment().currency(),
                        came.payment().at(),
                        now());
        if (concerns.raise(concern)) {
            if (attempt != null) {
                attempts.change(attempt.number(), new AttemptState.Disputed(), now());
            }
            audit.record(
                    by,
                    "payment.concern-raised",
                    "order:" + order.id(),
                    Map.of(
                            "kind", reason.name(),
                            "attempt", came.number(),
                            "transaction", came.transaction(),
                            "fen", Long.toString(came.payment().fen()),
                            "currency", came.payment().currency()));
            if (reason != RefundReason.AMOUNT_DIFFERS && concern.returnable()) {
                intendRefund.intend(by, order, concern.payment(), reason);
            }
        }
        return Verdict.valueOf(reason.name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
