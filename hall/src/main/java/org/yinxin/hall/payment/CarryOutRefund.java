package org.yinxin.hall.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.RefundRequest;
import org.yinxin.hall.payment.channel.Refunding;

/**
 * The next step of one refund: asks the channel to give the money back, or what became of that. Killed anywhere, the
 * next try goes on with the same number, so that the money goes back once.
 */
@Component
class CarryOutRefund {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOutRefund.class);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String WORDS_FOR_THE_PAYER = "业务未办理，费用退回";

    private final PaymentRefunds refunds;
    private final PaymentChannels channels;
    private final RecordRefund record;

    CarryOutRefund(PaymentRefunds refunds, PaymentChannels channels, RecordRefund record) {
        this.refunds = refunds;
        this.channels = channels;
        this.record = record;
    }

    /** Never called inside a transaction, because it talks to the channel. */
    @Transactional(propagation = Propagation.NEVER)
    public void carryOut(RefundId id) {
        Refund refund = refunds.find(id).orElseThrow();
        AttemptNumber payment = refund.attempt();
        Optional<PaymentChannel> channel = channels.find(refund.channel());
        if (channel.isEmpty() || payment == null) {
            LOG.warn("refund {}: this installation has no such channel", id);
            return;
        }
        Optional<Refunding> answer =
                switch (refund.state()) {
                    case RefundState.Intended _ ->
                            Optional.of(channel.get().refund(request(refund, payment)));
                    case RefundState.Processing _ ->
                            Optional.of(channel.get().askRefund(refund.number()));
                    case RefundState.ByHand _, RefundState.Done _, RefundState.Failed _ ->
                            Optional.empty();
                };
        answer.ifPresent(
                how -> {
                    if (how instanceof Refunding.Unavailable(String reason)) {
                        LOG.warn("refund {}: the channel does not say: {}", id, reason);
                    }
                    record.answered(refund.number(), how);
                });
    }

    /** Soon at first, and ever more rarely: a bank may take days. */
    static Instant nextTry(Refund refund, Instant now) {
        Duration wait = Duration.between(refund.intendedAt(), now).dividedBy(4);
        if (wait.compareTo(SHORTEST) < 0) {
            return now.plus(SHORTEST);
        }
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static RefundRequest request(Refund refund, AttemptNumber payment) {
        return new RefundRequest(refund.number(), payment, refund.amount(), WORDS_FOR_THE_PAYER);
    }
}
