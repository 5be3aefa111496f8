package org.yinxin.hall.review;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.review.ReviewQueue.Tab;
import org.yinxin.store.postgres.TextIndex;

/** Lists the queue. Refuses anybody but entry and approving officers. */
@Component
public class ListReviews {

    /** Cases on one page. */
    public static final int PAGE = 20;

    /** Nobody reads further than this; a count that reaches it means "or more". */
    static final int MOST_COUNTED = 200;

    private static final int A_BATCH = 1000;

    private final JdbcClient jdbc;
    private final ReviewCases cases;
    private final ReviewTexts texts;
    private final Clock clock;

    ListReviews(JdbcClient jdbc, ReviewCases cases, ReviewTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param after the place where the page before ended; null for the first
     */
    @Transactional(readOnly = true)
    public Outcome<ReviewQueue> list(Actor actor, QueueFilter filter, @Nullable Place after) {
        if (!(actor instanceof Actor.Operator reader) || !ReadReview.isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        if (filter.text() != null) {
            TextIndex.planOnce(jdbc);
        }
        List<ReviewCase> found = page(reader, filter, after, PAGE + 1);
        List<ReviewCase> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Place next = found.size() > PAGE ? place(filter.tab(), shown.getLast()) : null;
        Long all = all(filter, after == null, shown.size(), next == null);
        return Outcome.done(new ReviewQueue(filter, counts(reader, filter, all), shown, next));
    }

    /** One case as it stands in the queue; empty for whoever may not see it. */
    public Optional<ReviewCase> find(Actor actor, CaseNumber number) {
        return ReadReview.isReviewer(actor) ? cases.find(number) : Optional.empty();
    }

    /** The next open case behind this one that the reader could work on, in the queue where it stands. */
    public Optional<CaseNumber> behind(Actor.Operator reader, ReviewCase one) {
        Tab tab =
                switch (one.state()) {
                    case ReviewState.Waiting _ -> Tab.WAITING;
                    case ReviewState.Entered _ -> Tab.ENTERED;
                    case ReviewState.Approved _, ReviewState.Returned _, ReviewState.Refused _ ->
                            Tab.DECIDED;
                };
        return page(reader, QueueFilter.of(tab), place(tab, one), PAGE).stream()
                .filter(each -> tab == Tab.DECIDED || each.isFor(reader, clock.instant()))
                .map(ReviewCase::number)
                .findFirst();
    }

    /** Hands out everything that fits, in batches. */
    void forEach(Actor.Operator reader, QueueFilter filter, Consumer<ReviewCase> each) {
        Place after = null;
        List<ReviewCase> batch;
        do {
            batch = page(reader, filter, after, A_BATCH);
            batch.forEach(each);
            if (!batch.isEmpty()) {
                after = place(filter.tab(), batch.getLast());
            }
        } while (batch.size() == A_BATCH);
    }

    private List<ReviewCase> page(
            Actor.Operator reader, QueueFilter filter, @Nullable Place after, int rows) {
        QueueQuery query = query(filter, reader);
        Map<String, @Nullable Object> values = query.page(after, rows);
        List<ReviewCase> near =
                query.often() ? cases(query.pageNear(rows), values) : List.<ReviewCase>of();
        return near.size() == rows ? near : cases(query.page(), values);
    }

    private List<ReviewCase> cases(String sql, Map<String, @Nullable Object> values) {
        return jdbc.sql(sql).params(values).query(ReviewCases::read).list();
    }

    private QueueQuery query(QueueFilter filter, Actor.Operator reader) {
        return new QueueQuery(filter, reader, clock.instant(), texts.of(filter.tab()));
    }

    /** How far the cases of such a filter are counted; a count that reaches it means "or more". */
    public static int mostCounted(QueueFilter filter) {
        return filter.text() == null ? MOST_COUNTED : PAGE;
    }

    private static Place place(Tab tab, ReviewCase last) {
        return new Place(tab == Tab.DECIDED ? last.state().since() : last.queueAt(), last.number());
    }

    /** How many there are, where a page alone says so; null where they must be counted. */
    private static @Nullable Long all(QueueFilter filter, boolean first, long shown, boolean last) {
        if (first && last) {
            return shown;
        }
        return mostCounted(filter) == PAGE ? (long) PAGE : null;
    }

    /**
     * How many each part has.
     *
     * @param shown how many the part has that is shown; null when it has more than one page
     */
    private Map<Tab, Long> counts(Actor.Operator reader, QueueFilter filter, @Nullable Long shown) {
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            if (shown != null && tab == filter.tab()) {
                counts.put(tab, shown);
            } else {
                counts.put(tab, count(reader, filter.with(tab)));
            }
        }
        return counts;
    }

    private long count(Actor.Operator reader, QueueFilter filter) {
        QueueQuery query = query(filter, reader);
        int most = mostCounted(filter);
        long near = query.often() ? number(query.countNear(most), query) : 0;
        return near == most ? near : number(query.count(most), query);
    }

    private long number(String sql, QueueQuery query) {
        return jdbc.sql(sql).params(query.values()).query((row, _) -> row.getLong(1)).single();
    }
}
