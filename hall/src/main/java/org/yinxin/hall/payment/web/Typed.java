package org.yinxin.hall.payment.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.RefundId;
import org.yinxin.hall.payment.VoucherId;

/** Reads what finance officers and their programs send. */
final class Typed {

    private Typed() {}

    static Outcome<VoucherId> voucher(String typed) {
        return VoucherId.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_VOUCHER));
    }

    static Outcome<RefundId> refund(String typed) {
        return RefundId.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_REFUND));
    }

    static Outcome<UUID> concern(String typed) {
        // A concern has an identifier of the same shape.
        return RefundId.parse(typed)
                .map(id -> Outcome.done(id.value()))
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_CONCERN));
    }

    /** An amount in yuan; thousands may be parted by commas, as banks print them. */
    static Outcome<Money> amount(@Nullable String typed) {
        String plain = text(typed).replace(",", "").strip();
        return plain.matches("\\d{1,9}(\\.\\d{1,2})?")
                ? Outcome.done(Money.yuan(plain))
                : Outcome.refused(
                        PaymentError.NOT_AN_AMOUNT,
                        new Violation("received", PaymentError.NOT_AN_AMOUNT.messageKey()));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
