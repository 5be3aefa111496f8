package org.yinxin.hall.payment.channel;

import java.time.Instant;

/** What a channel says of a refund. */
public sealed interface Refunding {

    /**
     * The money is back with the payer.
     *
     * @param reference the channel's own number
     * @param fen how much; not yet compared
     * @param at when
     */
    record Done(String reference, long fen, Instant at) implements Refunding {}

    /** The channel has taken it on; ask again later. */
    record Processing(String reference) implements Refunding {}

    /**
     * It will not happen by itself; a person has to look.
     *
     * @param fault the channel's word for it, without personal data
     * @param usedUp whether another try needs another number
     */
    record Failed(String fault, boolean usedUp) implements Refunding {}

    /** The channel never heard of this number. */
    record Unknown() implements Refunding {}

    /** Nothing is known about what happened; repeat with the same number. */
    record Unavailable(String reason) implements Refunding {}
}
