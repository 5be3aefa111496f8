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
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;

/**
 * The first half of {@link StartPayment}: records that a channel is going to be called and under which number, and
 * commits. While there is an attempt that can be paid, it is that one.
 */
@Component
class IntendPayment {

    private static final int DESCRIPTION_LIMIT = 40;

    private final PayableOrder payable;
    private final PaymentAttempts attempts;
    private final PaymentSettings settings;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    IntendPayment(
            PayableOrder payable,
            PaymentAttempts attempts,
            PaymentSettings settings,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.payable = payable;
        this.attempts = attempts;
        this.settings = settings;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /** An attempt and its order. */
    record Intention(PaymentOrder order, Attempt attempt) {}

    @Transactional
    public Outcome<Intention> intend(Actor actor, OrderId id, ChannelCode channel) {
        return payable.lock(actor, id, channel)
                .map(
                        order ->
                                new Intention(
                                        order,
                                        attempts.live(id, channel)
                                                .orElseGet(() -> begin(actor, order, channel))));
    }

    private Attempt begin(Actor actor, PaymentOrder order, ChannelCode channel) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Bill bill =
                new Bill(
                        AttemptNumber.of(uuids.get()),
                        shortened(order.title().zh()),
                        order.amount(),
                        now.plus(settings.codeValidity()).truncatedTo(ChronoUnit.SECONDS));
        Attempt attempt = new Attempt(order.id(), channel, bill, now, new AttemptState.Intended());
        attempts.add(attempt, CheckAttempt.nextCheck(attempt, now));
        audit.record(
                actor,
                "payment.started",
                "order:" + order.id(),
                Map.of("attempt", bill.number().text(), "channel", channel.text()));
        return attempt;
    }

    private static String shortened(String title) {
        return title.length() <= DESCRIPTION_LIMIT
                ? title
                : title.substring(0, DESCRIPTION_LIMIT - 1) + "…";
    }
}
