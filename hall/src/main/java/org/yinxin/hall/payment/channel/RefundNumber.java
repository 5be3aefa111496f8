package org.yinxin.hall.payment.channel;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number under which a channel knows one refund (商户退款单号 out_refund_no); repeated with it, the money goes back
 * once.
 *
 * @param text 32 hexadecimal digits
 */
public record RefundNumber(String text) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public RefundNumber {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a refund number");
        }
    }

    public static RefundNumber of(UUID uuid) {
        return new RefundNumber(uuid.toString().replace("-", ""));
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
