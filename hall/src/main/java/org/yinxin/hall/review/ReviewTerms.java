package org.yinxin.hall.review;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Reason;

/**
 * What the plan says about a review.
 *
 * @param plan which plan; officers filter by it
 * @param reasons what the officers can choose from when they return or refuse
 * @param workingDays within how many working days they decide; null where nothing is promised
 * @param receivedBy who of the staff took it in at the counter, and therefore does not decide; empty when it came on line
 */
public record ReviewTerms(
        PlanCode plan,
        List<Reason> reasons,
        @Nullable Integer workingDays,
        Set<OperatorId> receivedBy) {

    public ReviewTerms {
        reasons = List.copyOf(reasons);
        receivedBy = Set.copyOf(receivedBy);
    }

    public ReviewTerms(PlanCode plan, List<Reason> reasons, @Nullable Integer workingDays) {
        this(plan, reasons, workingDays, Set.of());
    }
}
