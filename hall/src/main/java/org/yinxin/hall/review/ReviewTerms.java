package org.yinxin.hall.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Reason;

/**
 * What the plan says about a review.
 *
 * @param plan which plan; officers filter by it
 * @param reasons what the officers can choose from when they return or refuse
 * @param workingDays within how many working days they decide; null where nothing is promised
 */
public record ReviewTerms(PlanCode plan, List<Reason> reasons, @Nullable Integer workingDays) {

    public ReviewTerms {
        reasons = List.copyOf(reasons);
    }
}
