package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;

/**
 * Closes one order that was not paid in time and tells the owner of the case, in one transaction. It looks again under
 * the lock: what was paid, or is looked at by a finance officer, is left alone.
 */
@Component
class CloseOverdueOrder {

    private static final Actor HALL = new Actor.Hall("payment-overdue");

    private final PaymentOrders orders;
    private final PaymentVouchers vouchers;
    private final CloseOrder closeOrder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseOverdueOrder(
            PaymentOrders orders,
            PaymentVouchers vouchers,
            CloseOrder closeOrder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.closeOrder = closeOrder;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void close(OrderId id) {
        Optional<PaymentOrder> found = orders.lock(id).filter(this::overdue);
        if (found.isEmpty()) {
            return;
        }
        closeOrder.close(HALL, id, OrderState.CloseReason.OVERDUE);
        events.publishEvent(
                new OrderOverdue(id, found.get().caseNumber(), found.get().request().gate()));
    }

    private boolean overdue(PaymentOrder order) {
        Instant end = order.overdueAt();
        boolean waiting =
                vouchers.newest(order.id())
                        .filter(voucher -> voucher.state() instanceof VoucherState.Waiting)
                        .isPresent();
        return order.state() instanceof OrderState.Unpaid
                && !order.concerned()
                && !waiting
                && end != null
                && !clock.instant().isBefore(end);
    }
}
