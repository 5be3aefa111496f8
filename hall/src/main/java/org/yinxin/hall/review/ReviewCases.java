package org.yinxin.hall.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.calendar.Promise;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/** Cases, by number. */
@Repository
class ReviewCases {

    static final String COLUMNS =
            """
            number, subscriber, business_zh, business_en, plan, opened_at, submitted_at, round, warnings, warn_at,
            due_at, state, since, officer, officer_name, claimed_by, claimed_name, claimed_until""";

    private final JdbcClient jdbc;

    ReviewCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReviewCase> find(CaseNumber number) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM review_case WHERE number = :number")
                .param("number", number.text())
                .query(ReviewCases::read)
                .optional();
    }

    /** Holds the case until the transaction ends: of two officers the second sees what the first did. */
    Optional<ReviewCase> hold(CaseNumber number) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM review_case WHERE number = :number FOR UPDATE")
                .param("number", number.text())
                .query(ReviewCases::read)
                .optional();
    }

    void add(ReviewCase added) {
        jdbc.sql(
                        """
                        INSERT INTO review_case (number, subscriber, business_zh, business_en, plan, opened_at,
                               submitted_at, round, warnings, warn_at, due_at, state, since, officer,
                               officer_name)
                        VALUES (:number, :subscriber, :zh, :en, :plan, :openedAt, :submittedAt, :round,
                               :warnings, :warnAt, :dueAt, :state, :since, :officer, :officerName)
                        """)
                .param("number", added.number().text())
                .param("subscriber", added.subscriber())
                .param("zh", added.business().zh())
                .param("en", added.business().en())
                .param("plan", added.plan().text())
                .param("openedAt", Timestamp.from(added.openedAt()))
                .param("submittedAt", Timestamp.from(added.submittedAt()))
                .param("round", added.round())
                .param("warnings", added.warnings())
                .param("warnAt", warnAt(added))
                .param("dueAt", dueAt(added))
                .param("state", added.state().code())
                .param("since", Timestamp.from(added.state().since()))
                .param("officer", officerId(added.state()))
                .param("officerName", officerName(added.state()))
                .update();
    }

    /** Writes what may change and ends any claim; the caller holds the row. */
    void update(ReviewCase changed) {
        jdbc.sql(
                        """
                        UPDATE review_case
                           SET subscriber = :subscriber, submitted_at = :submittedAt, round = :round,
                               warnings = :warnings, warn_at = :warnAt, due_at = :dueAt, state = :state,
                               since = :since, officer = :officer, officer_name = :officerName,
                               claimed_by = NULL, claimed_name = NULL, claimed_until = NULL
                         WHERE number = :number
                        """)
                .param("number", changed.number().text())
                .param("subscriber", changed.subscriber())
                .param("submittedAt", Timestamp.from(changed.submittedAt()))
                .param("round", changed.round())
                .param("warnings", changed.warnings())
                .param("warnAt", warnAt(changed))
                .param("dueAt", dueAt(changed))
                .param("state", changed.state().code())
                .param("since", Timestamp.from(changed.state().since()))
                .param("officer", officerId(changed.state()))
                .param("officerName", officerName(changed.state()))
                .update();
    }

    /** Writes who took it in at the counter; whoever did once stays written. */
    void receivedBy(CaseNumber number, Set<OperatorId> officers) {
        for (OperatorId officer : officers) {
            jdbc.sql(
                            """
                            INSERT INTO review_received (number, officer) VALUES (:number, :officer)
                            ON CONFLICT DO NOTHING
                            """)
                    .param("number", number.text())
                    .param("officer", officer.value())
                    .update();
        }
    }

    /** Whether this person took it in at the counter. */
    boolean received(CaseNumber number, Actor.Operator who) {
        return jdbc.sql(
                        "SELECT 1 FROM review_received WHERE number = :number AND officer = :officer")
                .param("number", number.text())
                .param("officer", who.operator().value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Writes who works on it; the caller holds the row. */
    void claim(ReviewCase claimed) {
        Claim claim = claimed.claim();
        jdbc.sql(
                        """
                        UPDATE review_case
                           SET claimed_by = :by, claimed_name = :name, claimed_until = :until
                         WHERE number = :number
                        """)
                .param("number", claimed.number().text())
                .param("by", claim == null ? null : claim.by().id().value())
                .param("name", claim == null ? null : claim.by().name())
                .param("until", claim == null ? null : Timestamp.from(claim.until()))
                .update();
    }

    /** Holds the first case of a state that this person could work on, passing over what others hold just now. */
    Optional<ReviewCase> holdNext(String state, OperatorId who, Instant now) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM review_case WHERE state = '"
                                + state
                                + """
                                ' AND (officer IS NULL OR officer <> :who)
                                 AND (state <> 'ENTERED' OR NOT EXISTS (SELECT 1 FROM review_received AS r
                                      WHERE r.number = review_case.number AND r.officer = :who))
                                 AND (claimed_until IS NULL OR claimed_until <= :now OR claimed_by = :who)
                                 ORDER BY queue_at, number LIMIT 1 FOR UPDATE SKIP LOCKED
                                """)
                .param("who", who.value())
                .param("now", Timestamp.from(now))
                .query(ReviewCases::read)
                .optional();
    }

    static ReviewCase read(ResultSet row, int number) throws SQLException {
        return new ReviewCase(
                new CaseNumber(row.getString("number")),
                row.getString("subscriber"),
                new Words(row.getString("business_zh"), row.getString("business_en")),
                new PlanCode(row.getString("plan")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("submitted_at").toInstant(),
                row.getInt("round"),
                row.getInt("warnings"),
                promise(row),
                state(row),
                claim(row));
    }

    private static ReviewState state(ResultSet row) throws SQLException {
        var since = row.getTimestamp("since").toInstant();
        return switch (row.getString("state")) {
            case "WAITING" -> new ReviewState.Waiting(since);
            case "ENTERED" -> new ReviewState.Entered(officer(row), since);
            case "APPROVED" -> new ReviewState.Approved(officer(row), since);
            case "RETURNED" -> new ReviewState.Returned(officer(row), since);
            case "REFUSED" -> new ReviewState.Refused(officer(row), since);
            case String other -> throw new IllegalStateException("a state nobody knows: " + other);
        };
    }

    private static Officer officer(ResultSet row) throws SQLException {
        return new Officer(
                new OperatorId(row.getObject("officer", UUID.class)),
                row.getString("officer_name"));
    }

    private static @Nullable Promise promise(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        return due == null
                ? null
                : new Promise(row.getTimestamp("warn_at").toInstant(), due.toInstant());
    }

    private static @Nullable Claim claim(ResultSet row) throws SQLException {
        UUID by = row.getObject("claimed_by", UUID.class);
        return by == null
                ? null
                : new Claim(
                        new Officer(new OperatorId(by), row.getString("claimed_name")),
                        row.getTimestamp("claimed_until").toInstant());
    }

    private static @Nullable Timestamp warnAt(ReviewCase one) {
        Promise promise = one.promise();
        return promise == null ? null : Timestamp.from(promise.warnAt());
    }

    private static @Nullable Timestamp dueAt(ReviewCase one) {
        Promise promise = one.promise();
        return promise == null ? null : Timestamp.from(promise.dueAt());
    }

    private static @Nullable UUID officerId(ReviewState state) {
        Officer officer = state.officer();
        return officer == null ? null : officer.id().value();
    }

    private static @Nullable String officerName(ReviewState state) {
        Officer officer = state.officer();
        return officer == null ? null : officer.name();
    }
}
