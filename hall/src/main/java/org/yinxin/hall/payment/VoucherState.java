package org.yinxin.hall.payment;

import java.time.Instant;

/** Where a voucher stands. */
public sealed interface VoucherState {

    /** 待核对 */
    record Waiting() implements VoucherState {}

    /** The payer has handed in another one. */
    record Replaced() implements VoucherState {}

    /**
     * 已核对: the money is on the account.
     *
     * @param by the finance officer, as {@code Actor.reference()}
     */
    record Confirmed(Instant at, String by) implements VoucherState {}

    /**
     * 已退回: the payer has to do something.
     *
     * @param by the finance officer, as {@code Actor.reference()}
     * @param words what
     */
    record Returned(Instant at, String by, String words) implements VoucherState {}

    /** The name in the database, the API and the message files. */
    default String code() {
        return switch (this) {
            case Waiting _ -> "WAITING";
            case Replaced _ -> "REPLACED";
            case Confirmed _ -> "CONFIRMED";
            case Returned _ -> "RETURNED";
        };
    }
}
