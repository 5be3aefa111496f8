package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    SettleOrder(
            PaymentOrders orders,
            PaymentAttempts attempts,
            PaymentNotifications notifications,
            PaymentConcerns concerns,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.notifications = notifications;
        this.concerns = concerns;
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
        Attempt attempt = known.get();
        PaymentOrder order = orders.lock(attempt.order()).orElseThrow();
        return switch (order.state()) {
            case OrderState.Settled settled ->
                    settled.channel().equals(channel)
                                    && settled.transaction().equals(payment.transaction())
                            ? Verdict.REPEATED
                            : concern(attempt, Verdict.PAID_TWICE, payment, by);
            case OrderState.Closed _ -> concern(attempt, Verdict.PAID_AFTER_CLOSE, payment, by);
            case OrderState.Unpaid _ ->
                    fits(order, payment)
                            ? settle(order, attempt, payment, by)
                            : concern(attempt, Verdict.AMOUNT_DIFFERS, payment, by);
        };
    }

    private static boolean fits(PaymentOrder order, ChannelPayment payment) {
        return payment.fen() == order.amount().fen() && payment.currency().equals(CURRENCY);
    }

    private Verdict settle(PaymentOrder order, Attempt attempt, ChannelPayment payment, Actor by) {
        orders.end(
                order.id(),
                new OrderState.Settled(payment.at(), attempt.channel(), payment.transaction()));
        attempts.change(attempt.number(), new AttemptState.Settled(), now());
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
                        "attempt", attempt.number().text(),
                        "channel", attempt.channel().text(),
                        "transaction", payment.transaction(),
                        "amount", order.amount().toString()));
        events.publishEvent(
                new OrderSettled(order.id(), order.caseNumber(), order.amount(), payment.at()));
        return Verdict.SETTLED;
    }

    private Verdict concern(Attempt attempt, Verdict kind, ChannelPayment payment, Actor by) {
        if (concerns.raise(uuids.get(), attempt, kind, payment, now())) {
            attempts.change(attempt.number(), new AttemptState.Disputed(), now());
            audit.record(
                    by,
                    "payment.concern-raised",
                    "order:" + attempt.order(),
                    Map.of(
                            "kind", kind.name(),
                            "attempt", attempt.number().text(),
                            "transaction", payment.transaction(),
                            "fen", Long.toString(payment.fen()),
                            "currency", payment.currency()));
        }
        return kind;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
