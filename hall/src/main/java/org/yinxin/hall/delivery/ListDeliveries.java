package org.yinxin.hall.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Lists deliveries; for the staff, refused to others than producers. No list says who receives them. */
@Component
public class ListDeliveries {

    private static final int MOST = 200;
    private static final int RECENT = 50;

    private final Deliveries deliveries;

    ListDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What is to be handed over, longest waiting first. */
    @Transactional(readOnly = true)
    public Outcome<List<Delivery>> waiting(Actor actor) {
        return actor.has(Role.PRODUCER)
                ? Outcome.done(deliveries.waiting(MOST))
                : Outcome.refused(DeliveryError.NOT_A_PRODUCER);
    }

    /** What was handed over lately, newest first: where a mistyped number is found again. */
    @Transactional(readOnly = true)
    public Outcome<List<Delivery>> recent(Actor actor) {
        return actor.has(Role.PRODUCER)
                ? Outcome.done(deliveries.handedOver(RECENT))
                : Outcome.refused(DeliveryError.NOT_A_PRODUCER);
    }

    /** What was handed over for one case. Whoever asks has seen to it that the reader may know. */
    @Transactional(readOnly = true)
    public List<Delivery> ofCase(CaseNumber number) {
        return deliveries.handedOver(number);
    }
}
