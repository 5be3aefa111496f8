package org.yinxin.hall.payment.channel;

/** What a channel makes of a notification. */
public sealed interface Reading {

    /**
     * It is the channel's and tells of money.
     *
     * @param id the notification's own identifier; a repeated one bears the same
     */
    record Payment(String id, ChannelPayment payment) implements Reading {}

    /**
     * It is the channel's and tells how a refund ended.
     *
     * @param id the notification's own identifier
     * @param number the refund the channel names, not yet known to exist
     * @param standing how it ended
     */
    record Refund(String id, String number, Refunding standing) implements Reading {}

    /** It is the channel's and tells of something that changes nothing here. */
    record Nothing(String id, String event) implements Reading {}

    /** It is the channel's, but meant for another merchant. */
    record Foreign(String id) implements Reading {}

    /**
     * It is not the channel's, or too old, or not readable.
     *
     * @param reason a fixed word for the journal; nothing of the message itself
     */
    record Forged(String reason) implements Reading {}
}
