package org.yinxin.hall.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;

/** Whether somebody may pay an order over a channel now; keeps it from changing until the transaction ends. */
@Component
class PayableOrder {

    private final Payers payers;
    private final PaymentOrders orders;
    private final List<PaymentGuard> guards;

    PayableOrder(Payers payers, PaymentOrders orders, List<PaymentGuard> guards) {
        this.payers = payers;
        this.orders = orders;
        this.guards = List.copyOf(guards);
    }

    Outcome<PaymentOrder> lock(Actor actor, OrderId id, ChannelCode channel) {
        Optional<PaymentOrder> found =
                orders.lock(id).filter(order -> payers.isPayer(actor, order));
        if (found.isEmpty()) {
            return Outcome.refused(PaymentError.NO_SUCH_ORDER);
        }
        PaymentOrder order = found.get();
        return switch (order.state()) {
            case OrderState.Settled _ -> Outcome.refused(PaymentError.ALREADY_SETTLED);
            case OrderState.Closed _ -> Outcome.refused(PaymentError.ORDER_CLOSED);
            case OrderState.Unpaid _ -> {
                if (order.concerned()) {
                    yield Outcome.refused(PaymentError.UNDER_INVESTIGATION);
                }
                if (!order.request().channels().contains(channel)) {
                    yield Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED);
                }
                yield objection(order)
                        .<Outcome<PaymentOrder>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(order));
            }
        };
    }

    private Optional<Refusal> objection(PaymentOrder order) {
        return guards.stream()
                .flatMap(guard -> guard.refusal(order.caseNumber()).stream())
                .findFirst();
    }
}
