package org.yinxin.hall.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.reference.CaseNumber;
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
 * @param waited how long
 * @param officer who brought it there; null while it waits
 * @param own whether that is the reader
 */
record QueueLine(
        CaseNumber number,
        String subscriber,
        String business,
        int round,
        int warnings,
        String state,
        Instant since,
        Waited waited,
        @Nullable String officer,
        boolean own) {

    static QueueLine of(ReviewCase each, Actor.Operator reader, Instant now, Locale locale) {
        Officer officer = each.state().officer();
        return new QueueLine(
                each.number(),
                each.subscriber(),
                each.business().in(locale),
                each.round(),
                each.warnings(),
                each.state().code(),
                each.state().since(),
                Waited.between(each.state().since(), now),
                officer == null ? null : officer.name(),
                officer != null && officer.is(reader));
    }

    /**
     * How long, in the one unit that people would say.
     *
     * @param key the message of that unit
     * @param count how many of it
     * @param longer whether it is a day or more
     */
    record Waited(String key, long count, boolean longer) {

        static Waited between(Instant since, Instant now) {
            Duration time = Duration.between(since, now);
            if (time.toDays() >= 2) {
                return new Waited("review.waited.days", time.toDays(), true);
            }
            return time.toHours() >= 1
                    ? new Waited("review.waited.hours", time.toHours(), time.toDays() >= 1)
                    : new Waited("review.waited.minutes", Math.max(0, time.toMinutes()), false);
        }
    }
}
