package org.yinxin.hall.payment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Shows an order to its payer. */
@Component
public class ReadOrder {

    /** See the class. */
    public Outcome<PaymentOrder> read(Actor actor, OrderId id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The newest order of a case; the caller has checked who asks. */
    public Optional<PaymentOrder> ofCase(CaseNumber number) {
        throw new UnsupportedOperationException("not built yet");
    }
}
