package org.yinxin.hall.payment;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;

/**
 * Asks the channels now whether the money came, for a payer who says that it was paid. An answer that is a few
 * seconds old is good enough, so that nobody can make the hall hammer a channel.
 *
 * <p>Refusals: {@link PaymentError#NO_SUCH_ORDER}, also for an order of somebody else.
 */
@Component
public class CheckOrder {

    private static final Duration GAP = Duration.ofSeconds(2);

    private final ReadOrder readOrder;
    private final PaymentAttempts attempts;
    private final RecordAttempt record;
    private final CheckAttempt check;

    CheckOrder(
            ReadOrder readOrder,
            PaymentAttempts attempts,
            RecordAttempt record,
            CheckAttempt check) {
        this.readOrder = readOrder;
        this.attempts = attempts;
        this.record = record;
        this.check = check;
    }

    /** Never called inside a transaction, because it talks to the channels. */
    @Transactional(propagation = Propagation.NEVER)
    public Outcome<PaymentOrder> check(Actor actor, OrderId id) {
        return readOrder
                .read(actor, id)
                .flatMap(
                        order -> {
                            for (Attempt attempt : attempts.live(id)) {
                                if (record.claim(attempt, GAP)) {
                                    check.check(attempt.number());
                                }
                            }
                            return readOrder.read(actor, id);
                        });
    }
}
