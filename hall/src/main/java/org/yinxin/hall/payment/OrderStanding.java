package org.yinxin.hall.payment;

import org.jspecify.annotations.Nullable;

/**
 * An order and what its payer can do about it at this moment.
 *
 * @param order the order
 * @param instruction how it can be paid; null when it cannot, or when no payment was started yet
 */
public record OrderStanding(PaymentOrder order, StartedPayment.@Nullable Instruction instruction) {}
