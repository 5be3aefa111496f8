package org.yinxin.hall.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its payer sees it.
 *
 * @param order the order
 * @param instruction what can be scanned now; null when there is nothing
 * @param transfer where it can be transferred to; null when it cannot
 * @param voucher the voucher that was handed in last; null when there is none
 * @param refunds what of it went back or is going back, oldest first
 */
public record OrderStanding(
        PaymentOrder order,
        StartedPayment.@Nullable Instruction instruction,
        StartedPayment.Instruction.@Nullable Transfer transfer,
        @Nullable Voucher voucher,
        List<Refund> refunds) {

    public OrderStanding {
        refunds = List.copyOf(refunds);
    }
}
