package org.yinxin.hall.application;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Starts a payment over one channel, after looking at eligibility again. */
@Component
public class PayApplication {

    /** Answers the number of the order, whose page shows how to pay. */
    public Outcome<String> pay(Actor actor, CaseNumber number, String channel) {
        throw new UnsupportedOperationException("not built yet");
    }
}
