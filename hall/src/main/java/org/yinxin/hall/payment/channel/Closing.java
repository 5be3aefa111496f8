package org.yinxin.hall.payment.channel;

/** What a channel answers when an attempt shall not be payable any more. */
public sealed interface Closing {

    /** It is not payable any more, or never was. */
    record Closed() implements Closing {}

    /** Too late. */
    record AlreadyPaid() implements Closing {}

    /** The channel did not say. */
    record Unavailable(String reason) implements Closing {}
}
