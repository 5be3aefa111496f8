package org.yinxin.hall.payment;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The job that gives money back: takes the next step of every refund whose time has come. */
@Component
class CarryOutRefunds {

    private static final int BATCH = 50;

    private final PaymentRefunds refunds;
    private final RecordRefund record;
    private final CarryOutRefund carryOut;
    private final Clock clock;

    CarryOutRefunds(
            PaymentRefunds refunds, RecordRefund record, CarryOutRefund carryOut, Clock clock) {
        this.refunds = refunds;
        this.record = record;
        this.carryOut = carryOut;
        this.clock = clock;
    }

    /** A refund is put off before the channel is called, so that one with a fault of ours never stands in the way. */
    @Transactional(propagation = Propagation.NEVER)
    public void run() {
        for (RefundId id : refunds.due(clock.instant(), BATCH)) {
            if (record.claim(refunds.find(id).orElseThrow())) {
                carryOut.carryOut(id);
            }
        }
    }
}
