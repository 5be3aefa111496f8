package org.yinxin.hall.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * A finance officer gives back money that does not fit its order; afterwards the order can be paid again.
 *
 * <p>Refusals: {@link PaymentError#NOT_A_FINANCE_OFFICER}; {@link PaymentError#NO_SUCH_CONCERN}; {@link
 * PaymentError#NOT_RETURNABLE} for another currency, which no channel of ours gives back.
 */
@Component
public class ReturnMoney {

    private final PaymentConcerns concerns;
    private final PaymentOrders orders;
    private final IntendRefund intendRefund;

    ReturnMoney(PaymentConcerns concerns, PaymentOrders orders, IntendRefund intendRefund) {
        this.concerns = concerns;
        this.orders = orders;
        this.intendRefund = intendRefund;
    }

    /** Answers the order that the money came for. Asked twice it goes back once. */
    @Transactional
    public Outcome<PaymentOrder> giveBack(Actor actor, UUID id) {
        return Finance.officer(actor).flatMap(officer -> giveBack(officer, concerns.findOpen(id)));
    }

    private Outcome<PaymentOrder> giveBack(Actor.Operator officer, Optional<Concern> found) {
        if (found.isEmpty()) {
            return Outcome.refused(PaymentError.NO_SUCH_CONCERN);
        }
        Concern concern = found.get();
        if (!concern.returnable()) {
            return Outcome.refused(PaymentError.NOT_RETURNABLE);
        }
        PaymentOrder order = orders.lock(concern.order()).orElseThrow();
        intendRefund.intend(officer, order, concern.payment(), concern.reason());
        return Outcome.done(order);
    }
}
