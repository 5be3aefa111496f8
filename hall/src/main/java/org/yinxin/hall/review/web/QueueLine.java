package org.yinxin.hall.review.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.calendar.WorkingTime;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Claim;
import org.yinxin.hall.review.Officer;
import org.yinxin.hall.review.ReviewCase;

/**
 * One case in the queue as the page shows it.
 *
 * @param number the case
 * @param subscriber the organisation
 * @param business what is applied for
 * @param round how often it was submitted
 * @param warnings how many items are doubtful
 * @param state where it stands
 * @param since since when
 * @param clock how its promise stands; null where there is none
 * @param officer who brought it there; null while it waits
 * @param own whether that is the reader
 * @param claimedBy who works on it now; null for nobody
 * @param claimed whether that is the reader
 */
record QueueLine(
        CaseNumber number,
        String subscriber,
        String business,
        int round,
        int warnings,
        String state,
        Instant since,
        @Nullable ClockLine clock,
        @Nullable String officer,
        boolean own,
        @Nullable String claimedBy,
        boolean claimed) {

    static QueueLine of(
            ReviewCase each, Actor.Operator reader, WorkingTime time, Instant now, Locale locale) {
        Officer officer = each.state().officer();
        Claim claim = each.claimAt(now);
        return new QueueLine(
                each.number(),
                each.subscriber(),
                each.business().in(locale),
                each.round(),
                each.warnings(),
                each.state().code(),
                each.state().since(),
                ClockLine.of(each, time, now),
                officer == null ? null : officer.name(),
                officer != null && officer.is(reader),
                claim == null ? null : claim.by().name(),
                claim != null && claim.by().is(reader));
    }
}
