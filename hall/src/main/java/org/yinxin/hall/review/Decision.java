package org.yinxin.hall.review;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.outcome.Outcome;

/** What the approving officer decides. */
public sealed interface Decision {

    /**
     * 通过
     *
     * @param surcharge what is set besides; null where the plan asks for nothing
     */
    record Approve(@Nullable Surcharge surcharge) implements Decision {
        public Approve() {
            this(null);
        }
    }

    /** 退回: the items named are to be corrected and submitted again. */
    record Return(List<ItemReason> reasons) implements Decision {
        public Return {
            reasons = List.copyOf(reasons);
        }
    }

    /** 驳回: this is the end of the application. */
    record Refuse(List<ItemReason> reasons) implements Decision {
        public Refuse {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Reads a decision as pages and the API send it. Somebody who approves and has chosen reasons pressed the wrong
     * button: this is refused, and so is any other word than {@code approve}, {@code return} or {@code refuse}.
     */
    static Outcome<Decision> of(String word, List<ItemReason> reasons) {
        return of(word, reasons, null);
    }

    /** The same with what is set at an approval; a return or a refusal sets nothing. */
    static Outcome<Decision> of(
            String word, List<ItemReason> reasons, @Nullable Surcharge surcharge) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "approve" ->
                    reasons.isEmpty()
                            ? Outcome.done(new Approve(surcharge))
                            : Outcome.refused(ReviewError.APPROVED_WITH_REASONS);
            case "return" -> Outcome.done(new Return(reasons));
            case "refuse" -> Outcome.done(new Refuse(reasons));
            default -> Outcome.refused(ReviewError.NOT_A_DECISION);
        };
    }

    /** What it says about single items. */
    default List<ItemReason> itemReasons() {
        return switch (this) {
            case Approve _ -> List.of();
            case Return(List<ItemReason> reasons) -> reasons;
            case Refuse(List<ItemReason> reasons) -> reasons;
        };
    }

    /** The name in the database and the API. */
    default String code() {
        return switch (this) {
            case Approve _ -> "APPROVE";
            case Return _ -> "RETURN";
            case Refuse _ -> "REFUSE";
        };
    }
}
