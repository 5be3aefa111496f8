package org.yinxin.hall.payment.channel;

/** One way to pay. Implementations are safe for use by several threads, bound every wait, and never throw for a fault of the network. */
public interface PaymentChannel {

    /** The channel's name in plans, such as {@code wechat}. */
    String name();

    /** Asks it to collect; the same bill again gives the same code. */
    Offer offer(Bill bill);

    /** Asks what became of an attempt. */
    Standing ask(AttemptNumber number);

    /** Makes an attempt unpayable. */
    Closing close(AttemptNumber number);

    /** Gives the money of a paid attempt back; the same request again gives nothing more. */
    Refunding refund(RefundRequest request);

    /** Asks what became of a refund. */
    Refunding askRefund(RefundNumber number);

    /** Checks a call-back and opens it. */
    Reading read(ReceivedNotification notification);
}
