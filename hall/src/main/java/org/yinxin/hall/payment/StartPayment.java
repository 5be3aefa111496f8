package org.yinxin.hall.payment;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/** Gives the payer a code to scan. */
@Component
public class StartPayment {

    /** See the class. */
    public Outcome<StartedPayment> start(Actor actor, OrderId id, ChannelCode channel) {
        throw new UnsupportedOperationException("not built yet");
    }
}
