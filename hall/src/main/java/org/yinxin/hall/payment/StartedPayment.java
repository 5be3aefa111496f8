package org.yinxin.hall.payment;

import java.time.Instant;

/**
 * A payment that the payer can now make.
 *
 * @param order what is paid
 * @param instruction what the payer does
 */
public record StartedPayment(PaymentOrder order, Instruction instruction) {

    /** What the payer does. */
    public sealed interface Instruction {

        /**
         * Scan a code with the telephone.
         *
         * @param codeUrl what the QR code says
         * @param until when the code stops working
         */
        record ScanCode(String codeUrl, Instant until) implements Instruction {}

        /**
         * Transfer the money by bank and show the voucher.
         *
         * @param account where to
         * @param remark what the payer writes beside it, so that the transfer is recognised
         */
        record Transfer(TransferAccount account, String remark) implements Instruction {}
    }
}
