package org.yinxin.hall.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/** Cases, by number. */
@Repository
class ReviewCases {

    static final String COLUMNS =
            """
            number, subscriber, business_zh, business_en, opened_at, submitted_at, round, warnings, state, since,
            officer, officer_name""";

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
                        INSERT INTO review_case (number, subscriber, business_zh, business_en, opened_at,
                               submitted_at, round, warnings, state, since, officer, officer_name)
                        VALUES (:number, :subscriber, :zh, :en, :openedAt, :submittedAt, :round, :warnings,
                               :state, :since, :officer, :officerName)
                        """)
                .param("number", added.number().text())
                .param("subscriber", added.subscriber())
                .param("zh", added.business().zh())
                .param("en", added.business().en())
                .param("openedAt", Timestamp.from(added.openedAt()))
                .param("submittedAt", Timestamp.from(added.submittedAt()))
                .param("round", added.round())
                .param("warnings", added.warnings())
                .param("state", added.state().code())
                .param("since", Timestamp.from(added.state().since()))
                .param("officer", officerId(added.state()))
                .param("officerName", officerName(added.state()))
                .update();
    }

    /** Writes what may change; the caller holds the row. */
    void update(ReviewCase changed) {
        jdbc.sql(
                        """
                        UPDATE review_case
                           SET subscriber = :subscriber, submitted_at = :submittedAt, round = :round,
                               warnings = :warnings, state = :state, since = :since, officer = :officer,
                               officer_name = :officerName
                         WHERE number = :number
                        """)
                .param("number", changed.number().text())
                .param("subscriber", changed.subscriber())
                .param("submittedAt", Timestamp.from(changed.submittedAt()))
                .param("round", changed.round())
                .param("warnings", changed.warnings())
                .param("state", changed.state().code())
                .param("since", Timestamp.from(changed.state().since()))
                .param("officer", officerId(changed.state()))
                .param("officerName", officerName(changed.state()))
                .update();
    }

    static ReviewCase read(ResultSet row, int number) throws SQLException {
        return new ReviewCase(
                new CaseNumber(row.getString("number")),
                row.getString("subscriber"),
                new Words(row.getString("business_zh"), row.getString("business_en")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("submitted_at").toInstant(),
                row.getInt("round"),
                row.getInt("warnings"),
                state(row));
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

    private static @Nullable UUID officerId(ReviewState state) {
        Officer officer = state.officer();
        return officer == null ? null : officer.id().value();
    }

    private static @Nullable String officerName(ReviewState state) {
        Officer officer = state.officer();
        return officer == null ? null : officer.name();
    }
}
