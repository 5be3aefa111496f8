package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.ChannelPayment;
import org.yinxin.hall.payment.channel.Closing;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.Standing;

/** Asks the channel about one attempt and acts on the answer; closes with the channel what nobody shall pay any more. */
@Component
class CheckAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAttempt.class);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final PaymentAttempts attempts;
    private final PaymentChannels channels;
    private final RecordAttempt record;
    private final SettleOrder settle;
    private final Clock clock;

    CheckAttempt(
            PaymentAttempts attempts,
            PaymentChannels channels,
            RecordAttempt record,
            SettleOrder settle,
            Clock clock) {
        this.attempts = attempts;
        this.channels = channels;
        this.record = record;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * Never called inside a transaction, because it talks to the channel.
     *
     * @return whether the attempt came to an end: settled, disputed or closed
     */
    @Transactional(propagation = Propagation.NEVER)
    public boolean check(AttemptNumber number) {
        Attempt attempt = attempts.find(number).orElseThrow();
        Optional<PaymentChannel> channel = channels.find(attempt.channel());
        if (channel.isEmpty()) {
            LOG.warn("attempt {}: this installation has no such channel", number);
            return false;
        }
        return switch (attempt.state()) {
            case AttemptState.Intended _, AttemptState.Offered _ -> ask(attempt, channel.get());
            case AttemptState.Closing _ -> close(attempt, channel.get());
            case AttemptState.Settled _, AttemptState.Disputed _, AttemptState.Closed _ -> true;
        };
    }

    /** Soon at first, when the payer sits before the page, and ever more rarely. */
    static Instant nextCheck(Attempt attempt, Instant now) {
        Duration wait = Duration.between(attempt.startedAt(), now).dividedBy(4);
        if (wait.compareTo(SHORTEST) < 0) {
            return now.plus(SHORTEST);
        }
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private boolean ask(Attempt attempt, PaymentChannel channel) {
        boolean expired = attempt.expiredAt(clock.instant());
        return switch (channel.ask(attempt.number())) {
            case Standing.Paid(ChannelPayment payment) -> {
                settle.found(attempt.channel(), payment);
                yield true;
            }
            case Standing.Unpaid _ -> expired && close(attempt, channel);
            case Standing.Closed _ -> closed(attempt);
            case Standing.Unknown _ -> {
                // An intent may be on its way to the channel at this moment; a code that was
                // given is not, so the channel has forgotten it and nobody can pay it.
                boolean forgotten = attempt.state() instanceof AttemptState.Offered;
                yield (forgotten || expired) && closed(attempt);
            }
            case Standing.Unavailable(String reason) -> unavailable(attempt, reason);
        };
    }

    private boolean close(Attempt attempt, PaymentChannel channel) {
        return switch (channel.close(attempt.number())) {
            case Closing.Closed _ -> closed(attempt);
            case Closing.AlreadyPaid _ -> {
                if (channel.ask(attempt.number()) instanceof Standing.Paid(var payment)) {
                    settle.found(attempt.channel(), payment);
                    yield true;
                }
                yield false;
            }
            case Closing.Unavailable(String reason) -> unavailable(attempt, reason);
        };
    }

    private boolean closed(Attempt attempt) {
        record.closed(attempt.number());
        return true;
    }

    private static boolean unavailable(Attempt attempt, String reason) {
        LOG.warn("attempt {}: the channel does not say: {}", attempt.number(), reason);
        return false;
    }
}
