package org.yinxin.hall.payment;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/** Asks the channels now whether the money came. */
@Component
public class CheckOrder {

    /** See the class. */
    public Outcome<PaymentOrder> check(Actor actor, OrderId id) {
        throw new UnsupportedOperationException("not built yet");
    }
}
