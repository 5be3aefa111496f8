package org.yinxin.hall.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.RefundNumber;

/**
 * One payment that goes back, whole.
 *
 * @param id its number here
 * @param order the order that the payment was for
 * @param channel over which it came and goes back
 * @param attempt the attempt that was paid; null where a bank brought the money
 * @param transaction the channel's own number of the payment
 * @param amount how much
 * @param reason why
 * @param intendedAt since when
 * @param number under which the channel knows it
 * @param state where it stands
 */
public record Refund(
        RefundId id,
        OrderId order,
        ChannelCode channel,
        @Nullable AttemptNumber attempt,
        String transaction,
        Money amount,
        RefundReason reason,
        Instant intendedAt,
        RefundNumber number,
        RefundState state) {}
