package org.yinxin.hall.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands. */
public sealed interface ReviewState {

    /** Since when it stands so. */
    Instant since();

    /** 待录入: nobody has looked at it. */
    record Waiting(Instant since) implements ReviewState {

        Entered enter(Officer by, Instant at) {
            return new Entered(by, at);
        }
    }

    /** 待审核: the entry officer is done, another person decides. */
    record Entered(Officer by, Instant since) implements ReviewState {

        ReviewState decide(Decision decision, Officer decider, Instant at) {
            if (decider.id().equals(by.id())) {
                throw new IllegalArgumentException("decided by the person who entered it");
            }
            return switch (decision) {
                case Decision.Approve _ -> new Approved(decider, at);
                case Decision.Return _ -> new Returned(decider, at);
                case Decision.Refuse _ -> new Refused(decider, at);
            };
        }
    }

    /** 已通过 */
    record Approved(Officer by, Instant since) implements ReviewState {}

    /** 已退回: it comes back as another round. */
    record Returned(Officer by, Instant since) implements ReviewState {

        Waiting submitAgain(Instant at) {
            return new Waiting(at);
        }
    }

    /** 已驳回 */
    record Refused(Officer by, Instant since) implements ReviewState {}

    /** Who brought it here; nobody of the staff while it waits. */
    default @Nullable Officer officer() {
        return switch (this) {
            case Waiting _ -> null;
            case Entered entered -> entered.by();
            case Approved approved -> approved.by();
            case Returned returned -> returned.by();
            case Refused refused -> refused.by();
        };
    }

    /** The name in the database and the API. */
    default String code() {
        return switch (this) {
            case Waiting _ -> "WAITING";
            case Entered _ -> "ENTERED";
            case Approved _ -> "APPROVED";
            case Returned _ -> "RETURNED";
            case Refused _ -> "REFUSED";
        };
    }
}
