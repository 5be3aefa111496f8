package org.yinxin.hall.review.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.review.QueueFilter;
import org.yinxin.hall.review.ReviewQueue.Tab;

/**
 * The filter as it stands in an address.
 *
 * @param state the part of the queue
 * @param q a part of a number or name
 * @param plan a plan's code
 * @param late only what is past its time
 * @param mine only the reader's own
 * @param reason only what was refused for this reason
 * @param from only what was decided since that day, in China
 * @param after a place in the queue
 */
record QueueAddress(
        @Nullable String state,
        @Nullable String q,
        @Nullable String plan,
        @Nullable Boolean late,
        @Nullable Boolean mine,
        @Nullable String reason,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @Nullable String after) {

    QueueFilter filter(Tab usual) {
        return new QueueFilter(
                state == null ? usual : Tab.named(state).orElse(usual),
                planCode().orElse(null),
                Boolean.TRUE.equals(late),
                Boolean.TRUE.equals(mine),
                q,
                reason,
                from);
    }

    @Nullable Place place() {
        return after == null ? null : Place.parse(after).orElse(null);
    }

    private Optional<PlanCode> planCode() {
        return plan == null || !plan.matches("[a-z][a-z0-9-]{1,39}")
                ? Optional.empty()
                : Optional.of(new PlanCode(plan));
    }

    /** The same filter for another part, or from another place on. */
    static String query(QueueFilter filter, @Nullable Place after) {
        var query = UriComponentsBuilder.newInstance();
        query.queryParam("state", filter.tab().name().toLowerCase(Locale.ROOT));
        add(query, "q", filter.text());
        add(query, "plan", filter.plan());
        add(query, "late", filter.late() ? "true" : null);
        add(query, "mine", filter.mine() ? "true" : null);
        add(query, "reason", filter.refusedFor());
        add(query, "from", filter.since());
        add(query, "after", after == null ? null : after.text());
        return query.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.queryParam(name, value);
        }
    }
}
