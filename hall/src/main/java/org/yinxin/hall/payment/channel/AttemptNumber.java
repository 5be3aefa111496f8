package org.yinxin.hall.payment.channel;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number under which a channel knows one try to pay (商户订单号 out_trade_no); the idempotency key of every call.
 *
 * @param text 32 hexadecimal digits, which is as long as WeChat Pay allows
 */
public record AttemptNumber(String text) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public AttemptNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not an attempt number");
        }
    }

    public static AttemptNumber of(UUID uuid) {
        return new AttemptNumber(uuid.toString().replace("-", ""));
    }

    /** Whether a number that a channel names can be one of ours at all. */
    public static boolean possible(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
