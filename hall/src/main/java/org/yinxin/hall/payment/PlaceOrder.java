package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;

/**
 * Places an order for a payment gate of a case, in the transaction of the caller. It refuses nothing: while the gate has
 * an unpaid order of the same content, or was ever paid, that one is answered and nothing is charged again; an unpaid order with
 * other lines is closed and replaced.
 */
@Component
public class PlaceOrder {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

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
        Optional<PaymentOrder> live = orders.lockLive(request.caseNumber(), request.gate());
        if (live.isPresent()) {
            PaymentOrder there = live.get();
            if (there.settled() || there.request().equals(request)) {
                return there;
            }
            var _ = closeOrder.close(by, there.id(), OrderState.CloseReason.REPLACED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PaymentOrder order =
                new PaymentOrder(
                        new OrderId(uuids.get()),
                        request,
                        now,
                        overdueAt(now, request.unpaidDays()),
                        new OrderState.Unpaid(),
                        false);
        if (!orders.add(order)) {
            // Somebody placed one at the same moment; theirs counts.
            return orders.lockLive(request.caseNumber(), request.gate()).orElseThrow();
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

    /** The day on which it is placed does not count, and the last day counts to its end. */
    static @Nullable Instant overdueAt(Instant placed, @Nullable Integer days) {
        return days == null
                ? null
                : LocalDate.ofInstant(placed, SHANGHAI)
                        .plusDays(days + 1L)
                        .atStartOfDay(SHANGHAI)
                        .toInstant();
    }
}
