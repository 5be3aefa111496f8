package org.yinxin.hall.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.ReviewQueue.Place;
import org.yinxin.hall.review.ReviewQueue.Tab;

/** Lists the queue. Refuses anybody but entry and approving officers. */
@Component
public class ListReviews {

    /** Cases on one page. */
    public static final int PAGE = 50;

    private static final String DECIDED = "('APPROVED', 'RETURNED', 'REFUSED')";
    private static final String MATCHES =
            " AND (CAST(:text AS text) IS NULL OR number ILIKE :text OR subscriber ILIKE :text)";

    private final JdbcClient jdbc;
    private final ReviewCases cases;

    ListReviews(JdbcClient jdbc, ReviewCases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /**
     * One page.
     *
     * @param text a part of a number or of an organisation's name; null or blank for all
     * @param after the place where the page before ended; null for the first
     */
    public Outcome<ReviewQueue> list(
            Actor actor, Tab tab, @Nullable String text, @Nullable Place after) {
        if (!ReadReview.isReviewer(actor)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        List<ReviewCase> found = page(tab, pattern(text), after);
        List<ReviewCase> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Place next =
                found.size() > PAGE
                        ? new Place(shown.getLast().state().since(), shown.getLast().number())
                        : null;
        return Outcome.done(new ReviewQueue(tab, counts(pattern(text)), shown, next));
    }

    /** One case as it stands in the queue; empty for whoever may not see it. */
    public Optional<ReviewCase> find(Actor actor, CaseNumber number) {
        return ReadReview.isReviewer(actor) ? cases.find(number) : Optional.empty();
    }

    private List<ReviewCase> page(Tab tab, @Nullable String text, @Nullable Place after) {
        String sql =
                switch (tab) {
                    case WAITING -> oldestFirst("WAITING");
                    case ENTERED -> oldestFirst("ENTERED");
                    case DECIDED ->
                            "SELECT "
                                    + ReviewCases.COLUMNS
                                    + " FROM review_case WHERE state IN "
                                    + DECIDED
                                    + MATCHES
                                    + " AND (since, number) < (:since, :number)"
                                    + " ORDER BY since DESC, number DESC LIMIT :rows";
                };
        Place start = after != null ? after : start(tab);
        return jdbc.sql(sql)
                .param("text", text)
                .param("since", Timestamp.from(start.since()))
                .param("number", start.number().text())
                .param("rows", PAGE + 1)
                .query(ReviewCases::read)
                .list();
    }

    private static String oldestFirst(String state) {
        return "SELECT "
                + ReviewCases.COLUMNS
                + " FROM review_case WHERE state = '"
                + state
                + "'"
                + MATCHES
                + " AND (since, number) > (:since, :number) ORDER BY since, number LIMIT :rows";
    }

    /** Before everything, or behind it. */
    private static Place start(Tab tab) {
        CaseNumber any = new CaseNumber("9912-ZZZZ-ZZZZ");
        return switch (tab) {
            case WAITING, ENTERED -> new Place(Instant.EPOCH, any);
            case DECIDED -> new Place(Instant.parse("9999-12-31T00:00:00Z"), any);
        };
    }

    private Map<Tab, Long> counts(@Nullable String text) {
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            counts.put(tab, 0L);
        }
        jdbc.sql(
                        "SELECT state, count(*) AS cases FROM review_case WHERE true"
                                + MATCHES
                                + " GROUP BY state")
                .param("text", text)
                .query(
                        row -> {
                            Tab tab =
                                    switch (row.getString("state")) {
                                        case "WAITING" -> Tab.WAITING;
                                        case "ENTERED" -> Tab.ENTERED;
                                        default -> Tab.DECIDED;
                                    };
                            counts.merge(tab, row.getLong("cases"), Long::sum);
                        });
        return counts;
    }

    private static @Nullable String pattern(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + plain + "%";
    }
}
