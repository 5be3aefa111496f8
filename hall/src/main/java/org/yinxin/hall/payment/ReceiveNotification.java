package org.yinxin.hall.payment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.Reading;
import org.yinxin.hall.payment.channel.ReceivedNotification;

/**
 * Takes a call-back of a channel. Every one is kept with what was made of it. A repeated one is answered as the first
 * and changes nothing; one about an order closed meanwhile is answered with success, because the money is there and
 * repeating the message would not help, and staff sees it.
 *
 * <p>Refusals: {@link PaymentError#NOTIFICATION_FORGED}; {@link PaymentError#NOTIFICATION_UNKNOWN}; {@link
 * PaymentError#NOTIFICATION_AMOUNT}; {@link PaymentError#CHANNEL_NOT_OFFERED} where this installation has no such
 * channel.
 */
@Component
public class ReceiveNotification {

    private static final int KEPT_OF_A_FORGERY = 2_000;

    private final PaymentChannels channels;
    private final SettleOrder settle;
    private final RecordRefund recordRefund;
    private final RecordNotification record;

    ReceiveNotification(
            PaymentChannels channels,
            SettleOrder settle,
            RecordRefund recordRefund,
            RecordNotification record) {
        this.channels = channels;
        this.settle = settle;
        this.recordRefund = recordRefund;
        this.record = record;
    }

    /** Done when the channel shall hear success. */
    public Outcome<ChannelCode> receive(ChannelCode code, ReceivedNotification notification) {
        Optional<PaymentChannel> channel = channels.find(code);
        if (channel.isEmpty()) {
            return Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED);
        }
        String body = storable(notification.body());
        Verdict verdict =
                switch (channel.get().read(notification)) {
                    case Reading.Payment(var id, var payment) ->
                            settle.notified(code, id, body, payment);
                    case Reading.Refund(var id, var number, var how) ->
                            recordRefund.notified(code, id, body, number, how);
                    case Reading.Nothing(var id, _) -> unusable(code, id, body, Verdict.NOTHING);
                    case Reading.Foreign(var id) -> unusable(code, id, body, Verdict.FOREIGN);
                    case Reading.Forged(var reason) -> {
                        record.forged(
                                code,
                                body.substring(0, Math.min(body.length(), KEPT_OF_A_FORGERY)),
                                reason);
                        yield Verdict.FORGED;
                    }
                };
        return switch (verdict) {
            case SETTLED, REPEATED, NOTHING, PAID_AFTER_CLOSE, PAID_TWICE, REFUND_NOTED ->
                    Outcome.done(code);
            case AMOUNT_DIFFERS -> Outcome.refused(PaymentError.NOTIFICATION_AMOUNT);
            case UNKNOWN_ATTEMPT, UNKNOWN_REFUND, FOREIGN ->
                    Outcome.refused(PaymentError.NOTIFICATION_UNKNOWN);
            case FORGED -> Outcome.refused(PaymentError.NOTIFICATION_FORGED);
        };
    }

    private Verdict unusable(ChannelCode code, String id, String body, Verdict verdict) {
        record.unusable(code, id, body, verdict);
        return verdict;
    }

    /** PostgreSQL keeps no NUL in a text, and no genuine message contains one. */
    private static String storable(String body) {
        return body.replace('\u0000', ' ');
    }
}
