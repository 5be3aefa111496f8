package org.yinxin.hall.review;

import java.time.Instant;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One case in the queue, without what was submitted.
 *
 * @param number the case
 * @param subscriber the organisation
 * @param business what is applied for
 * @param openedAt when it was submitted first
 * @param submittedAt when it was submitted last
 * @param round how often it was submitted
 * @param warnings how many items of this round the checks found doubtful
 * @param state where it stands
 */
public record ReviewCase(
        CaseNumber number,
        String subscriber,
        Words business,
        Instant openedAt,
        Instant submittedAt,
        int round,
        int warnings,
        ReviewState state) {

    ReviewCase in(ReviewState next) {
        return new ReviewCase(
                number, subscriber, business, openedAt, submittedAt, round, warnings, next);
    }
}
