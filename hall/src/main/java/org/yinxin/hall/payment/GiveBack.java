package org.yinxin.hall.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Gives back everything that was paid for a case which ended without what was paid for, and closes what was not paid,
 * in the transaction of the caller. It refuses nothing; asked again it changes nothing.
 */
@Component
public class GiveBack {

    private final PaymentOrders orders;
    private final PaymentAttempts attempts;
    private final PaymentConcerns concerns;
    private final CloseOrder closeOrder;
    private final IntendRefund intendRefund;

    GiveBack(
            PaymentOrders orders,
            PaymentAttempts attempts,
            PaymentConcerns concerns,
            CloseOrder closeOrder,
            IntendRefund intendRefund) {
        this.orders = orders;
        this.attempts = attempts;
        this.concerns = concerns;
        this.closeOrder = closeOrder;
        this.intendRefund = intendRefund;
    }

    /** The caller has checked that {@code by} may do this. */
    @Transactional
    public void all(Actor by, CaseNumber number) {
        for (PaymentOrder order : orders.lockAll(number)) {
            switch (order.state()) {
                case OrderState.Settled settled ->
                        intendRefund.intend(
                                by, order, payment(order, settled), RefundReason.APPLICATION_ENDED);
                case OrderState.Unpaid _ ->
                        closeOrder.close(by, order.id(), OrderState.CloseReason.WITHDRAWN);
                case OrderState.Closed _ -> {}
            }
            returnable(order.id())
                    .forEach(
                            concern ->
                                    intendRefund.intend(
                                            by, order, concern.payment(), concern.reason()));
        }
    }

    private List<Concern> returnable(OrderId order) {
        return concerns.open(order).stream().filter(Concern::returnable).toList();
    }

    private IntendRefund.Payment payment(PaymentOrder order, OrderState.Settled settled) {
        AttemptNumber attempt = attempts.settled(order.id()).map(Attempt::number).orElse(null);
        return new IntendRefund.Payment(
                settled.channel(), attempt, settled.transaction(), order.amount());
    }
}
