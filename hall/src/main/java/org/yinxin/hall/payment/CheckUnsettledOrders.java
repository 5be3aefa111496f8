package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.payment.channel.AttemptNumber;

/** The job for call-backs that never come: asks the channels about every attempt whose time has come. */
@Component
class CheckUnsettledOrders {

    private static final int BATCH = 50;

    private final PaymentAttempts attempts;
    private final RecordAttempt record;
    private final CheckAttempt check;
    private final Clock clock;

    CheckUnsettledOrders(
            PaymentAttempts attempts, RecordAttempt record, CheckAttempt check, Clock clock) {
        this.attempts = attempts;
        this.record = record;
        this.check = check;
        this.clock = clock;
    }

    /**
     * An attempt is put off before it is asked about, so that one which cannot be settled for some fault of ours ends
     * this run but never stands in the way of the others.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        for (AttemptNumber number : attempts.due(clock.instant(), BATCH)) {
            Attempt attempt = attempts.find(number).orElseThrow();
            if (record.claim(attempt, Duration.ZERO)) {
                check.check(number);
            }
        }
    }
}
