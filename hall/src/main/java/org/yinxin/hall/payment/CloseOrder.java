package org.yinxin.hall.payment;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/** Closes an unpaid order, in the transaction of the caller. */
@Component
public class CloseOrder {

    /** See the class. */
    public Outcome<PaymentOrder> close(Actor by, OrderId id, OrderState.CloseReason reason) {
        throw new UnsupportedOperationException("not built yet");
    }
}
