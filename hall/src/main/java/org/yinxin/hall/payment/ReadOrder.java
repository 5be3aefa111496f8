package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Shows an order to its payer.
 *
 * <p>Refusals: {@link PaymentError#NO_SUCH_ORDER}, also for an order of somebody else.
 */
@Component
public class ReadOrder {

    private final PaymentOrders orders;
    private final PaymentAttempts attempts;
    private final PaymentVouchers vouchers;
    private final PaymentRefunds refunds;
    private final StartTransfer transfer;
    private final Payers payers;
    private final Clock clock;

    ReadOrder(
            PaymentOrders orders,
            PaymentAttempts attempts,
            PaymentVouchers vouchers,
            PaymentRefunds refunds,
            StartTransfer transfer,
            Payers payers,
            Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.vouchers = vouchers;
        this.refunds = refunds;
        this.transfer = transfer;
        this.payers = payers;
        this.clock = clock;
    }

    /** The order, if it is the actor's. */
    @Transactional(readOnly = true)
    public Outcome<PaymentOrder> read(Actor actor, OrderId id) {
        return orders.find(id)
                .filter(order -> payers.isPayer(actor, order))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_ORDER));
    }

    /** The order with the code that its payer can scan now. */
    @Transactional(readOnly = true)
    public Outcome<OrderStanding> standing(Actor actor, OrderId id) {
        return read(actor, id).map(this::standing);
    }

    private OrderStanding standing(PaymentOrder order) {
        boolean payable = order.state() instanceof OrderState.Unpaid && !order.concerned();
        return new OrderStanding(
                order,
                payable ? instruction(order.id()).orElse(null) : null,
                payable ? transfer.instruction(order) : null,
                vouchers.newest(order.id()).orElse(null),
                refunds.of(order.id()));
    }

    /** The live order of a case, or else the one closed last; the caller has checked who asks. */
    @Transactional(readOnly = true)
    public Optional<PaymentOrder> ofCase(CaseNumber number) {
        return orders.newest(number);
    }

    /** The live order of a gate, or else the one closed last; the caller has checked who asks. */
    @Transactional(readOnly = true)
    public Optional<PaymentOrder> ofGate(CaseNumber number, GateCode gate) {
        return orders.newest(number, gate);
    }

    /** Whether a voucher waits for a finance officer; the caller has checked who asks. */
    @Transactional(readOnly = true)
    public boolean beingChecked(PaymentOrder order) {
        return order.state() instanceof OrderState.Unpaid
                && vouchers.newest(order.id())
                        .filter(voucher -> voucher.state() instanceof VoucherState.Waiting)
                        .isPresent();
    }

    private Optional<StartedPayment.Instruction> instruction(OrderId id) {
        Instant now = clock.instant();
        return attempts.live(id).stream()
                .filter(attempt -> !attempt.expiredAt(now))
                .flatMap(attempt -> attempt.instruction().stream())
                .findFirst();
    }
}
