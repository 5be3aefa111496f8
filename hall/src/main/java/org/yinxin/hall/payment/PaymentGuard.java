package org.yinxin.hall.payment;

import java.util.Optional;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Somebody who knows whether a case may still be paid. Asked each time before a payer gets something to pay with, in
 * the transaction that records the intent, so that nobody pays for what cannot be had any more.
 */
public interface PaymentGuard {

    /** Why the case must not be paid now; empty when it may. */
    Optional<Refusal> refusal(CaseNumber number);
}
