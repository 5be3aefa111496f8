package org.yinxin.hall.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.payment.channel.AttemptNumber;

/**
 * Money that came and does not fit its order.
 *
 * @param id its number
 * @param order the order it came for
 * @param reason what does not fit
 * @param channel over which it came
 * @param attempt the attempt that was paid; null where a bank brought it
 * @param transaction the channel's own number
 * @param fen how much
 * @param currency in which currency
 * @param paidAt when it was paid
 * @param raisedAt since when it is known
 */
public record Concern(
        UUID id,
        OrderId order,
        RefundReason reason,
        ChannelCode channel,
        @Nullable AttemptNumber attempt,
        String transaction,
        long fen,
        String currency,
        Instant paidAt,
        Instant raisedAt) {

    /** Whether it can go back as it came. */
    boolean returnable() {
        return fen > 0 && currency.equals("CNY");
    }

    IntendRefund.Payment payment() {
        return new IntendRefund.Payment(channel, attempt, transaction, new Money(fen));
    }
}
