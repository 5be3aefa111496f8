package org.yinxin.hall.payment.channel;

/** What a channel knows about an attempt. */
public sealed interface Standing {

    /** The money came. */
    record Paid(ChannelPayment payment) implements Standing {}

    /** It can still come. */
    record Unpaid() implements Standing {}

    /** It cannot come any more. */
    record Closed() implements Standing {}

    /** The channel never heard of this number. */
    record Unknown() implements Standing {}

    /** The channel did not say. */
    record Unavailable(String reason) implements Standing {}
}
