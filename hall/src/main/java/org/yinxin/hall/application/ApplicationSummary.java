package org.yinxin.hall.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One application in a list.
 *
 * @param number the case
 * @param plan the plan
 * @param business the business
 * @param title the business's title
 * @param subscriber the common name applied for; null while it was not given
 * @param status the status in the plan's words
 * @param next what happens next; null when nothing will any more
 * @param openedAt when it was opened
 * @param changedAt when it last changed
 */
public record ApplicationSummary(
        CaseNumber number,
        PlanCode plan,
        BusinessCode business,
        Words title,
        @Nullable String subscriber,
        ApplicationView.Status status,
        ApplicationView.@Nullable NextStep next,
        Instant openedAt,
        Instant changedAt) {}
