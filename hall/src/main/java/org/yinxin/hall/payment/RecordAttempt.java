package org.yinxin.hall.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.payment.channel.AttemptNumber;

/** Records what a channel said about an attempt, unless something more final was recorded meanwhile. */
@Component
class RecordAttempt {

    private static final Actor HALL = new Actor.Hall("payment-check");

    private final PaymentOrders orders;
    private final PaymentAttempts attempts;
    private final AuditTrail audit;
    private final Clock clock;

    RecordAttempt(PaymentOrders orders, PaymentAttempts attempts, AuditTrail audit, Clock clock) {
        this.orders = orders;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The payer got a code; answers the attempt as it then stands, with the code that was recorded first. */
    @Transactional
    public Attempt offered(AttemptNumber number, String codeUrl) {
        Attempt attempt = locked(number);
        if (!(attempt.state() instanceof AttemptState.Intended)) {
            return attempt;
        }
        Instant now = now();
        attempts.change(
                number, new AttemptState.Offered(codeUrl), CheckAttempt.nextCheck(attempt, now));
        audited(attempt, "payment.offered");
        return locked(number);
    }

    /** The attempt must not be paid any more, and the job has to tell the channel. */
    @Transactional
    public void closing(AttemptNumber number) {
        Attempt attempt = locked(number);
        if (open(attempt)) {
            attempts.change(number, new AttemptState.Closing(), now());
        }
    }

    /** The channel takes no money for it any more. */
    @Transactional
    public void closed(AttemptNumber number) {
        Attempt attempt = locked(number);
        if (open(attempt) || attempt.state() instanceof AttemptState.Closing) {
            attempts.change(number, new AttemptState.Closed(), now());
            audited(attempt, "payment.attempt-closed");
        }
    }

    /**
     * Takes the right to ask the channel now, so that neither another node nor an impatient payer asks too.
     *
     * @param gap how long ago the last asking must be
     */
    @Transactional
    public boolean claim(Attempt attempt, Duration gap) {
        Instant now = now();
        return attempts.claim(
                attempt.number(), now, now.minus(gap), CheckAttempt.nextCheck(attempt, now));
    }

    private Attempt locked(AttemptNumber number) {
        Attempt attempt = attempts.find(number).orElseThrow();
        orders.lock(attempt.order());
        return attempts.find(number).orElseThrow();
    }

    private static boolean open(Attempt attempt) {
        return attempt.state() instanceof AttemptState.Intended
                || attempt.state() instanceof AttemptState.Offered;
    }

    private void audited(Attempt attempt, String action) {
        audit.record(
                HALL,
                action,
                "order:" + attempt.order(),
                Map.of("attempt", attempt.number().text(), "channel", attempt.channel().text()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
