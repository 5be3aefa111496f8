package org.yinxin.hall.payment;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.subscriber.LostCases;

/** Whose an order is: its payer's, until the payer may not act for the organisation of the case any more. */
@Component
class Payers {

    private final LostCases lostCases;

    Payers(LostCases lostCases) {
        this.lostCases = lostCases;
    }

    boolean isPayer(Actor actor, PaymentOrder order) {
        return actor instanceof Actor.Subscriber subscriber
                && subscriber.account().equals(order.payer())
                && !lostCases.lost(subscriber.account(), order.caseNumber());
    }
}
