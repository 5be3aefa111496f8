package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/**
 * Places an order for a case, in the transaction of the caller. It refuses nothing: while the case has an unpaid order
 * of the same content, or has ever paid one, that one is answered and nothing is charged again; an unpaid order with
 * other lines is closed and replaced.
 */
@Component
public class PlaceOrder {

    private final PaymentOrders orders;
    private final CloseOrder closeOrder;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    PlaceOrder(
            PaymentOrders orders,
            CloseOrder closeOrder,
            AuditTrail audit,
            Supplier<UUID> uuids,
            Clock clock) {
        this.orders = orders;
        this.closeOrder = closeOrder;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * Answers the order that the case has from now on; it may be settled already.
     *
     * @param by on whose act the case may be paid now
     * @param request what it costs
     */
    @Transactional
    public PaymentOrder place(Actor by, OrderRequest request) {
        Optional<PaymentOrder> live = orders.lockLive(request.caseNumber());
        if (live.isPresent()) {
            PaymentOrder there = live.get();
            if (there.settled() || there.request().equals(request)) {
                return there;
            }
            var _ = closeOrder.close(by, there.id(), OrderState.CloseReason.REPLACED);
        }
        PaymentOrder order =
                new PaymentOrder(
                        new OrderId(uuids.get()),
                        request,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        new OrderState.Unpaid(),
                        false);
        if (!orders.add(order)) {
            // Somebody placed one at the same moment; theirs counts.
            return orders.lockLive(request.caseNumber()).orElseThrow();
        }
        audit.record(
                by,
                "payment.placed",
                "order:" + order.id(),
                Map.of(
                        "case", request.caseNumber().text(),
                        "amount", request.total().toString(),
                        "lines", Integer.toString(request.lines().size())));
        return order;
    }
}
