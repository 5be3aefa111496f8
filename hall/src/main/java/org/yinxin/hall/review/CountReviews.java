package org.yinxin.hall.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;

/** Counts for the dashboard. Refuses anybody but entry officers, approving officers and auditors. */
@Component
public class CountReviews {

    /** No number goes further; one that reaches it means "or more". */
    public static final int MOST = ListReviews.MOST_COUNTED;

    private final JdbcClient jdbc;
    private final RefusalReasons refusals;
    private final Clock clock;

    CountReviews(JdbcClient jdbc, RefusalReasons refusals, Clock clock) {
        this.jdbc = jdbc;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * How the queue stands. Numbers go no further than {@link #MOST}, which means "or more".
     *
     * @param lateEntry waiting for entry and late
     * @param lateDecision waiting for a decision and late
     * @param soon not late, but with less than a quarter of the time left
     * @param refusedFor since the given day, the most frequent reason first
     */
    public record Counts(
            long lateEntry, long lateDecision, long soon, List<RefusedFor> refusedFor) {

        public Counts {
            refusedFor = List.copyOf(refusedFor);
        }
    }

    public Outcome<Counts> count(Actor actor, LocalDate refusedSince) {
        if (!ReadReview.isReviewer(actor) && !actor.has(Role.AUDITOR)) {
            return Outcome.refused(ReviewError.NOT_A_REVIEWER);
        }
        return Outcome.done(
                new Counts(
                        capped("state = 'WAITING' AND due_at < :now ORDER BY due_at"),
                        capped("state = 'ENTERED' AND due_at < :now ORDER BY due_at"),
                        capped(
                                """
                                state IN ('WAITING', 'ENTERED') AND warn_at < :now AND due_at >= :now
                                """),
                        refusals.since(refusedSince)));
    }

    private long capped(String condition) {
        return jdbc.sql(
                        "SELECT count(*) FROM (SELECT 1 FROM review_case WHERE "
                                + condition
                                + " LIMIT "
                                + MOST
                                + ") AS few")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
