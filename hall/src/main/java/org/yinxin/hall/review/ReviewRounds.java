package org.yinxin.hall.review;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.reference.CaseNumber;

/** Rounds of cases. A round is added once, entered once, decided once. */
@Repository
class ReviewRounds {

    private final JdbcClient jdbc;
    private final SealedJson json;

    ReviewRounds(JdbcClient jdbc, SealedJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first. */
    List<ReviewRound> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT round, submitted_at, dossier, changed, reasons, entered_by, entered_by_name,
                               entered_at, verdicts, note, decided_by, decided_by_name, decided_at, decision,
                               decision_reasons, surcharge, elapsed_months, elapsed_days
                          FROM review_round WHERE number = :number ORDER BY round DESC
                        """)
                .param("number", number.text())
                .query(this::read)
                .list();
    }

    void add(CaseNumber number, ReviewRound added) {
        jdbc.sql(
                        """
                        INSERT INTO review_round (number, round, submitted_at, dossier, changed, reasons)
                        VALUES (:number, :round, :submittedAt, :dossier, :changed, CAST(:reasons AS jsonb))
                        """)
                .param("number", number.text())
                .param("round", added.number())
                .param("submittedAt", Timestamp.from(added.submittedAt()))
                .param("dossier", json.seal(added.dossier()))
                .param("changed", added.changed().toArray(String[]::new))
                .param("reasons", json.write(added.reasons()))
                .update();
    }

    void enter(CaseNumber number, int round, Entry entry) {
        jdbc.sql(
                        """
                        UPDATE review_round
                           SET entered_by = :by, entered_by_name = :name, entered_at = :at,
                               verdicts = CAST(:verdicts AS jsonb), note = :note
                         WHERE number = :number AND round = :round AND entered_by IS NULL
                        """)
                .param("number", number.text())
                .param("round", round)
                .param("by", entry.by().id().value())
                .param("name", entry.by().name())
                .param("at", Timestamp.from(entry.at()))
                .param("verdicts", json.write(entry.verdicts()))
                .param("note", json.sealText(entry.note()))
                .update();
    }

    void decide(CaseNumber number, int round, Ruling ruling) {
        Surcharge surcharge =
                ruling.decision() instanceof Decision.Approve approve ? approve.surcharge() : null;
        jdbc.sql(
                        """
                        UPDATE review_round
                           SET decided_by = :by, decided_by_name = :name, decided_at = :at,
                               decision = :decision, decision_reasons = :reasons,
                               surcharge = :surcharge, elapsed_months = :months, elapsed_days = :days
                         WHERE number = :number AND round = :round AND decided_by IS NULL
                        """)
                .param("number", number.text())
                .param("round", round)
                .param("by", ruling.by().id().value())
                .param("name", ruling.by().name())
                .param("at", Timestamp.from(ruling.at()))
                .param("decision", ruling.decision().code())
                .param("reasons", json.seal(ruling.decision().itemReasons()))
                .param("surcharge", surcharge == null ? null : surcharge.amount().fen())
                .param("months", surcharge == null ? null : surcharge.months())
                .param("days", surcharge == null ? null : surcharge.days())
                .update();
    }

    private ReviewRound read(ResultSet row, int number) throws SQLException {
        return new ReviewRound(
                row.getInt("round"),
                row.getTimestamp("submitted_at").toInstant(),
                json.dossier(row.getBytes("dossier")),
                Set.of(texts(row.getArray("changed"))),
                json.reasons(row.getString("reasons")),
                entry(row),
                ruling(row));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private @Nullable Entry entry(ResultSet row) throws SQLException {
        UUID by = row.getObject("entered_by", UUID.class);
        return by == null
                ? null
                : new Entry(
                        new Officer(new OperatorId(by), row.getString("entered_by_name")),
                        row.getTimestamp("entered_at").toInstant(),
                        json.verdicts(row.getString("verdicts")),
                        json.text(row.getBytes("note")));
    }

    private @Nullable Ruling ruling(ResultSet row) throws SQLException {
        UUID by = row.getObject("decided_by", UUID.class);
        if (by == null) {
            return null;
        }
        List<ItemReason> reasons = json.itemReasons(row.getBytes("decision_reasons"));
        return new Ruling(
                new Officer(new OperatorId(by), row.getString("decided_by_name")),
                row.getTimestamp("decided_at").toInstant(),
                switch (row.getString("decision")) {
                    case "APPROVE" -> new Decision.Approve(surcharge(row));
                    case "RETURN" -> new Decision.Return(reasons);
                    case "REFUSE" -> new Decision.Refuse(reasons);
                    case String other ->
                            throw new IllegalStateException("a decision nobody knows: " + other);
                });
    }

    private static @Nullable Surcharge surcharge(ResultSet row) throws SQLException {
        Long fen = row.getObject("surcharge", Long.class);
        return fen == null
                ? null
                : new Surcharge(
                        row.getInt("elapsed_months"), row.getInt("elapsed_days"), new Money(fen));
    }
}
