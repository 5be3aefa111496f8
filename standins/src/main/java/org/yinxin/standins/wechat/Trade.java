package org.yinxin.standins.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order of the merchant, as the platform knows it.
 *
 * @param request what the merchant asked for; a repeated request must be the same
 * @param codeUrl the address in the QR code
 * @param state where it stands
 */
record Trade(Request request, String codeUrl, State state) {

    /** The fields by which a repeated request is compared. */
    record Request(
            String outTradeNo,
            String description,
            String notifyUrl,
            long total,
            String currency,
            @Nullable String attach,
            @Nullable Instant expires) {}

    sealed interface State {
        /** NOTPAY */
        record Unpaid() implements State {}

        /** SUCCESS */
        record Paid(String transactionId, long total, Instant at) implements State {}

        /** CLOSED */
        record Closed() implements State {}
    }

    Trade with(State next) {
        return new Trade(request, codeUrl, next);
    }

    boolean expiredAt(Instant now) {
        return request.expires() != null && !now.isBefore(request.expires());
    }
}
