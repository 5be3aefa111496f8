package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Shows an order to its payer.
 *
 * <p>Refusals: {@link PaymentError#NO_SUCH_ORDER}, also for an order of somebody else.
 */
@Component
public class ReadOrder {

    private final PaymentOrders orders;
    private final PaymentAttempts attempts;
    private final Clock clock;

    ReadOrder(PaymentOrders orders, PaymentAttempts attempts, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The order, if it is the actor's. */
    @Transactional(readOnly = true)
    public Outcome<PaymentOrder> read(Actor actor, OrderId id) {
        return orders.find(id)
                .filter(order -> isPayer(actor, order))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_ORDER));
    }

    /** The order with the code that its payer can scan now. */
    @Transactional(readOnly = true)
    public Outcome<OrderStanding> standing(Actor actor, OrderId id) {
        return read(actor, id)
                .map(
                        order ->
                                new OrderStanding(
                                        order,
                                        order.concerned() ? null : instruction(id).orElse(null)));
    }

    /** The live order of a case, or else the one closed last; the caller has checked who asks. */
    @Transactional(readOnly = true)
    public Optional<PaymentOrder> ofCase(CaseNumber number) {
        return orders.newest(number);
    }

    private Optional<StartedPayment.Instruction> instruction(OrderId id) {
        Instant now = clock.instant();
        return attempts.live(id).stream()
                .filter(attempt -> !attempt.expiredAt(now))
                .flatMap(attempt -> attempt.instruction().stream())
                .findFirst();
    }

    static boolean isPayer(Actor actor, PaymentOrder order) {
        return actor instanceof Actor.Subscriber subscriber
                && subscriber.account().equals(order.payer());
    }
}
