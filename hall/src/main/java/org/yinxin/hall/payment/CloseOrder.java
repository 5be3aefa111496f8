package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;

/**
 * Closes an unpaid order, in the transaction of the caller. The channels are told afterwards by the job; who pays in
 * between is not ignored but kept as a concern. Closing a closed order changes nothing.
 *
 * <p>Refusals: {@link PaymentError#NO_SUCH_ORDER}; {@link PaymentError#ALREADY_SETTLED}.
 */
@Component
public class CloseOrder {

    private final PaymentOrders orders;
    private final PaymentAttempts attempts;
    private final AuditTrail audit;
    private final Clock clock;

    CloseOrder(PaymentOrders orders, PaymentAttempts attempts, AuditTrail audit, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers the order as it then stands; the caller has checked that {@code by} may do this. */
    @Transactional
    public Outcome<PaymentOrder> close(Actor by, OrderId id, OrderState.CloseReason reason) {
        Optional<PaymentOrder> found = orders.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(PaymentError.NO_SUCH_ORDER);
        }
        return switch (found.get().state()) {
            case OrderState.Settled _ -> Outcome.refused(PaymentError.ALREADY_SETTLED);
            case OrderState.Closed _ -> Outcome.done(found.get());
            case OrderState.Unpaid _ -> {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                orders.end(id, new OrderState.Closed(now, reason));
                attempts.live(id)
                        .forEach(
                                attempt ->
                                        attempts.change(
                                                attempt.number(), new AttemptState.Closing(), now));
                audit.record(by, "payment.closed", "order:" + id, Map.of("reason", reason.name()));
                yield Outcome.done(orders.find(id).orElseThrow());
            }
        };
    }
}
