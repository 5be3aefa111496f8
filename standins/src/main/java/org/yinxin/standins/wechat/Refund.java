package org.yinxin.standins.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund (退款) of a paid trade, as the platform knows it.
 *
 * @param request what the merchant asked for; a repeated request must be the same
 * @param refundId the platform's own number
 * @param transactionId of the payment that is given back
 * @param standing where it stands
 * @param at when the money was given back; null while it was not
 */
record Refund(
        Request request,
        String refundId,
        String transactionId,
        Standing standing,
        @Nullable Instant at) {

    /** The fields by which a repeated request is compared. */
    record Request(
            String outRefundNo,
            String outTradeNo,
            long refund,
            long total,
            String currency,
            String reason,
            String notifyUrl) {}

    /** As the interface spells it. */
    enum Standing {
        PROCESSING,
        SUCCESS,
        ABNORMAL,
        CLOSED
    }

    Refund ended(Standing how, Instant when) {
        return new Refund(
                request, refundId, transactionId, how, how == Standing.SUCCESS ? when : null);
    }
}
