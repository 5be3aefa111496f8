package org.yinxin.hall.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A way to pay, as plans and the open API spell it.
 *
 * @param text lower case, such as {@code wechat}
 */
public record ChannelCode(String text) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,29}");

    /** 微信支付 */
    public static final ChannelCode WECHAT = new ChannelCode("wechat");

    /** 银行转账, checked by a finance officer */
    public static final ChannelCode TRANSFER = new ChannelCode("transfer");

    public ChannelCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a channel: " + text);
        }
    }

    /** Reads what came from outside; empty when it cannot be one. */
    public static Optional<ChannelCode> parse(String typed) {
        return SHAPE.matcher(typed).matches()
                ? Optional.of(new ChannelCode(typed))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
