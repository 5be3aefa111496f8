package org.yinxin.hall.payment;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.payment.channel.Offer;
import org.yinxin.hall.payment.channel.PaymentChannel;

/**
 * Gives the payer something to pay with: asked twice, the same code. The intent is committed before the channel is
 * called, the channel is called outside any transaction and under the number of the intent, its answer is recorded
 * afterwards. Killed anywhere between, the next try goes on with the same number, so that there are never two codes
 * which can both be paid.
 *
 * <p>Refusals: {@link PaymentError#NO_SUCH_ORDER}, also for an order of somebody else; {@link
 * PaymentError#ALREADY_SETTLED}; {@link PaymentError#ORDER_CLOSED}; {@link PaymentError#CHANNEL_NOT_OFFERED}, by the
 * plan or by this installation; {@link PaymentError#UNDER_INVESTIGATION}; {@link PaymentError#CHANNEL_UNAVAILABLE}; and
 * whatever a {@link PaymentGuard} objects to.
 */
@Component
public class StartPayment {

    private static final Logger LOG = LoggerFactory.getLogger(StartPayment.class);
    private static final int ROUNDS = 3;

    private final IntendPayment intend;
    private final StartTransfer transfer;
    private final RecordAttempt record;
    private final CheckAttempt check;
    private final PaymentChannels channels;
    private final Clock clock;

    StartPayment(
            IntendPayment intend,
            StartTransfer transfer,
            RecordAttempt record,
            CheckAttempt check,
            PaymentChannels channels,
            Clock clock) {
        this.intend = intend;
        this.transfer = transfer;
        this.record = record;
        this.check = check;
        this.channels = channels;
        this.clock = clock;
    }

    /** Never called inside a transaction, because it talks to the channel. */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome<StartedPayment> start(Actor actor, OrderId id, ChannelCode code) {
        if (code.equals(ChannelCode.TRANSFER)) {
            return transfer.start(actor, id);
        }
        Optional<PaymentChannel> channel = channels.find(code);
        // A round ends without an answer when the attempt at hand proves to be used up.
        for (int round = 0; round < ROUNDS; round++) {
            switch (intend.intend(actor, id, code)) {
                case Outcome.Refused<IntendPayment.Intention>(Refusal refusal) -> {
                    return Outcome.refused(refusal);
                }
                case Outcome.Done<IntendPayment.Intention>(IntendPayment.Intention intention) -> {
                    if (channel.isEmpty()) {
                        return Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED);
                    }
                    switch (proceed(intention, channel.get())) {
                        case Step.Ready(StartedPayment started) -> {
                            return Outcome.done(started);
                        }
                        case Step.Mute _ -> {
                            return Outcome.refused(PaymentError.CHANNEL_UNAVAILABLE);
                        }
                        case Step.Again _ -> {}
                    }
                }
            }
        }
        return Outcome.refused(PaymentError.CHANNEL_UNAVAILABLE);
    }

    private sealed interface Step {
        record Ready(StartedPayment started) implements Step {}

        /** This attempt is used up; the next round looks at the order afresh. */
        record Again() implements Step {}

        /** The channel did not say; more rounds would only make the payer wait longer. */
        record Mute() implements Step {}
    }

    private Step proceed(IntendPayment.Intention intention, PaymentChannel channel) {
        Attempt attempt = intention.attempt();
        if (attempt.expiredAt(clock.instant())) {
            // It may have been paid in its last second: ask before there is another code.
            return afterCheck(attempt);
        }
        if (attempt.state() instanceof AttemptState.Offered) {
            return started(intention.order(), attempt);
        }
        return switch (channel.offer(attempt.bill())) {
            case Offer.Code(String codeUrl) ->
                    started(intention.order(), record.offered(attempt.number(), codeUrl));
            case Offer.AlreadyPaid _ -> afterCheck(attempt);
            case Offer.UsedUp _ -> {
                record.closing(attempt.number());
                yield new Step.Again();
            }
            case Offer.Unavailable(String reason) -> {
                LOG.warn("channel {} made no offer: {}", channel.name(), reason);
                yield new Step.Mute();
            }
        };
    }

    private Step afterCheck(Attempt attempt) {
        return check.check(attempt.number()) ? new Step.Again() : new Step.Mute();
    }

    private static Step started(PaymentOrder order, Attempt attempt) {
        return attempt.instruction()
                .<Step>map(how -> new Step.Ready(new StartedPayment(order, how)))
                .orElseGet(Step.Again::new);
    }
}
