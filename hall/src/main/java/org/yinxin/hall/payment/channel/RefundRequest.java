package org.yinxin.hall.payment.channel;

import org.yinxin.hall.catalogue.Money;

/**
 * What a channel shall give back: always the whole of one payment. Repeated with the same number it is the same in
 * every field.
 *
 * @param number of this refund
 * @param payment the attempt that was paid
 * @param amount what came with it
 * @param reason what the payer reads beside the money
 */
public record RefundRequest(
        RefundNumber number, AttemptNumber payment, Money amount, String reason) {}
