package org.yinxin.hall.payment.channel;

import java.time.Instant;

/**
 * Money that came, as the channel reports it; the signature and the merchant are checked, the rest is not.
 *
 * @param number the attempt the channel names, not yet known to exist
 * @param transaction the channel's own number
 * @param fen how much
 * @param currency in which currency, ISO 4217
 * @param at when
 */
public record ChannelPayment(
        String number, String transaction, long fen, String currency, Instant at) {}
