package org.yinxin.hall.payment;

import java.time.Instant;

/**
 * A payment that the payer can now make.
 *
 * @param order what is paid
 * @param instruction what the payer does
 */
public record StartedPayment(PaymentOrder order, Instruction instruction) {

    /** What the payer does. One kind today; an account to transfer to is another. */
    public sealed interface Instruction {

        /**
         * Scan a code with the telephone.
         *
         * @param codeUrl what the QR code says
         * @param until when the code stops working
         */
        record ScanCode(String codeUrl, Instant until) implements Instruction {}
    }
}
