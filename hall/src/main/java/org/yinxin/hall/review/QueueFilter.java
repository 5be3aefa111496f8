package org.yinxin.hall.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.review.ReviewQueue.Tab;

/**
 * Which cases are wanted.
 *
 * @param tab which part of the queue
 * @param plan of one plan only; null for all
 * @param late only what is past its time; has no meaning for decided cases
 * @param mine only what the reader has claimed, or has decided
 * @param text a part of a number or of an organisation's name; null for all
 * @param refusedFor only what was refused for this reason; has no meaning for open cases
 * @param since only what was decided on this day or later; has no meaning for open cases
 */
public record QueueFilter(
        Tab tab,
        @Nullable PlanCode plan,
        boolean late,
        boolean mine,
        @Nullable String text,
        @Nullable String refusedFor,
        @Nullable LocalDate since) {

    public QueueFilter {
        text = text == null || text.isBlank() ? null : text.strip();
        refusedFor = refusedFor == null || refusedFor.isBlank() ? null : refusedFor.strip();
    }

    public static QueueFilter of(Tab tab) {
        return new QueueFilter(tab, null, false, false, null, null, null);
    }

    public QueueFilter with(Tab other) {
        return new QueueFilter(other, plan, late, mine, text, refusedFor, since);
    }

    public QueueFilter matching(@Nullable String other) {
        return new QueueFilter(tab, plan, late, mine, other, refusedFor, since);
    }

    /** Whether anything but the part is asked for. */
    public boolean narrows() {
        return plan != null || late || mine || text != null || refusedFor != null || since != null;
    }
}
