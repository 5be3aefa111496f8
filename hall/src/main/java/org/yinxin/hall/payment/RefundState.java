package org.yinxin.hall.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a refund stands. */
public sealed interface RefundState {

    /** 退款中: the channel will be asked, or was and we do not know what it said. */
    record Intended() implements RefundState {}

    /**
     * 退款中: the channel works on it.
     *
     * @param reference the channel's own number
     */
    record Processing(String reference) implements RefundState {}

    /** 退款中: the money came by bank, and a finance officer sends it back by bank. */
    record ByHand() implements RefundState {}

    /**
     * 已退款
     *
     * @param at when the money went back
     * @param reference the number under which the channel or the bank knows it
     * @param by the finance officer who recorded it; null when the channel said so
     */
    record Done(Instant at, String reference, @Nullable String by) implements RefundState {}

    /**
     * 退款失败: a person has to look.
     *
     * @param fault the channel's word for it
     * @param usedUp whether another try needs another number
     */
    record Failed(String fault, boolean usedUp) implements RefundState {}

    /** Whether a finance officer has to do something. */
    default boolean needsPerson() {
        return this instanceof ByHand || this instanceof Failed;
    }

    /** The name in the database, the API and the message files. */
    default String code() {
        return switch (this) {
            case Intended _ -> "INTENDED";
            case Processing _ -> "PROCESSING";
            case ByHand _ -> "BY_HAND";
            case Done _ -> "DONE";
            case Failed _ -> "FAILED";
        };
    }
}
