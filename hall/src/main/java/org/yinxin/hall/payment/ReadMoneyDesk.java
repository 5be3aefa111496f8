package org.yinxin.hall.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * Shows finance officers what they have to look at, and finds payments.
 *
 * <p>Refusals: {@link PaymentError#NOT_A_FINANCE_OFFICER}.
 */
@Component
public class ReadMoneyDesk {

    private static final int LISTED = 100;

    private final PaymentConcerns concerns;
    private final PaymentRefunds refunds;
    private final PaymentOrders orders;
    private final SearchOrders search;

    ReadMoneyDesk(
            PaymentConcerns concerns,
            PaymentRefunds refunds,
            PaymentOrders orders,
            SearchOrders search) {
        this.concerns = concerns;
        this.refunds = refunds;
        this.orders = orders;
        this.search = search;
    }

    /**
     * An order that was found.
     *
     * @param refunds what of it went back or is going back
     */
    public record Found(PaymentOrder order, List<Refund> refunds) {
        public Found {
            refunds = List.copyOf(refunds);
        }
    }

    @Transactional(readOnly = true)
    public Outcome<MoneyDesk> read(Actor actor) {
        return Finance.officer(actor).map(_ -> new MoneyDesk(concerned(), forPersons()));
    }

    /**
     * The orders that a number belongs to, newest first.
     *
     * @param number of a case, an order, an attempt, a refund, or of a channel or bank; whole
     */
    @Transactional(readOnly = true)
    public Outcome<List<Found>> find(Actor actor, String number) {
        return Finance.officer(actor)
                .map(
                        _ ->
                                search.find(number.strip()).stream()
                                        .map(id -> orders.find(id).orElseThrow())
                                        .map(order -> new Found(order, refunds.of(order.id())))
                                        .toList());
    }

    private List<MoneyDesk.ConcernCase> concerned() {
        return concerns.open(LISTED).stream()
                .map(
                        concern ->
                                new MoneyDesk.ConcernCase(
                                        concern,
                                        orders.find(concern.order()).orElseThrow(),
                                        refund(concern)))
                .toList();
    }

    private @Nullable Refund refund(Concern concern) {
        return refunds.of(concern.order()).stream()
                .filter(refund -> refund.transaction().equals(concern.transaction()))
                .filter(refund -> refund.channel().equals(concern.channel()))
                .findFirst()
                .orElse(null);
    }

    private List<MoneyDesk.RefundCase> forPersons() {
        return refunds.forPersons(LISTED).stream()
                .map(
                        refund ->
                                new MoneyDesk.RefundCase(
                                        refund, orders.find(refund.order()).orElseThrow()))
                .toList();
    }
}
