package org.yinxin.hall.payment;

import java.util.List;
import java.util.Map;
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

    /** So many of each are listed at once; the others move up. */
    public static final int LISTED = 10;

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
        return Finance.officer(actor)
                .map(
                        _ ->
                                new MoneyDesk(
                                        concerned(concerns.open(LISTED)),
                                        forPersons(refunds.forPersons(LISTED))));
    }

    /** The same of these orders alone, however many others wait longer. */
    @Transactional(readOnly = true)
    public Outcome<MoneyDesk> about(Actor actor, List<Found> found) {
        return Finance.officer(actor)
                .map(
                        _ ->
                                new MoneyDesk(
                                        concerned(
                                                found.stream()
                                                        .map(one -> concerns.open(one.order().id()))
                                                        .flatMap(List::stream)
                                                        .toList()),
                                        forPersons(
                                                found.stream()
                                                        .flatMap(one -> one.refunds().stream())
                                                        .filter(
                                                                refund ->
                                                                        refund.state()
                                                                                .needsPerson())
                                                        .toList())));
    }

    /**
     * The orders that a number belongs to, newest first.
     *
     * @param number of a case, an order, an attempt, a refund, or of a channel or bank; whole
     */
    @Transactional(readOnly = true)
    public Outcome<List<Found>> find(Actor actor, String number) {
        return Finance.officer(actor).map(_ -> found(search.find(number.strip())));
    }

    private List<Found> found(List<OrderId> ids) {
        Map<OrderId, PaymentOrder> all = orders.all(ids);
        Map<OrderId, List<Refund>> back = refunds.of(ids);
        return ids.stream()
                .map(id -> new Found(order(all, id), back.getOrDefault(id, List.of())))
                .toList();
    }

    private List<MoneyDesk.ConcernCase> concerned(List<Concern> open) {
        List<OrderId> ids = open.stream().map(Concern::order).distinct().toList();
        Map<OrderId, PaymentOrder> all = orders.all(ids);
        Map<OrderId, List<Refund>> back = refunds.of(ids);
        return open.stream()
                .map(
                        concern ->
                                new MoneyDesk.ConcernCase(
                                        concern,
                                        order(all, concern.order()),
                                        refund(
                                                concern,
                                                back.getOrDefault(concern.order(), List.of()))))
                .toList();
    }

    private static @Nullable Refund refund(Concern concern, List<Refund> ofOrder) {
        return ofOrder.stream()
                .filter(refund -> refund.transaction().equals(concern.transaction()))
                .filter(refund -> refund.channel().equals(concern.channel()))
                .findFirst()
                .orElse(null);
    }

    private List<MoneyDesk.RefundCase> forPersons(List<Refund> waiting) {
        Map<OrderId, PaymentOrder> all =
                orders.all(waiting.stream().map(Refund::order).distinct().toList());
        return waiting.stream()
                .map(refund -> new MoneyDesk.RefundCase(refund, order(all, refund.order())))
                .toList();
    }

    private static PaymentOrder order(Map<OrderId, PaymentOrder> all, OrderId id) {
        PaymentOrder found = all.get(id);
        if (found == null) {
            throw new IllegalStateException("there is no order " + id);
        }
        return found;
    }
}
