package org.yinxin.hall.payment;

import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;

/** Places an order for a case, in the transaction of the caller. While an order of the case with the same lines and channels is unpaid, or any order of the case is settled, that one is answered and nothing is charged again; an unpaid order with other lines is closed and replaced. */
@Component
public class PlaceOrder {

    /** See the class. */
    public PaymentOrder place(Actor by, OrderRequest request) {
        throw new UnsupportedOperationException("not built yet");
    }
}
