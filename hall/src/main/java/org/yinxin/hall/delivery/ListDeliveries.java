package org.yinxin.hall.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/** Lists deliveries; for the staff, refused to others than producers. No list says who receives them. */
@Component
public class ListDeliveries {

    /** Deliveries on one page. */
    public static final int PAGE = 20;

    private static final int RECENT = 20;

    private final Deliveries deliveries;

    ListDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * One page.
     *
     * @param next the delivery behind which the next page starts; null on the last
     */
    public record Page(List<Delivery> waiting, @Nullable Delivery next) {

        public Page {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * What is to be handed over, longest waiting first.
     *
     * @param number with {@code gate} the delivery that the page before ended with; null for the first
     */
    @Transactional(readOnly = true)
    public Outcome<Page> waiting(
            Actor actor, @Nullable CaseNumber number, @Nullable GateCode gate) {
        if (!actor.has(Role.PRODUCER)) {
            return Outcome.refused(DeliveryError.NOT_A_PRODUCER);
        }
        List<Delivery> found = deliveries.waiting(number, gate, PAGE + 1);
        List<Delivery> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return Outcome.done(new Page(shown, found.size() > PAGE ? shown.getLast() : null));
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
