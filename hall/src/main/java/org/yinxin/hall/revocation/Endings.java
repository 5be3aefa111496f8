package org.yinxin.hall.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.reference.CaseNumber;

/** The table of what was asked for. */
@Repository
class Endings {

    private static final String COLUMNS =
            """
            id, pair, deed, reason, case_number, asked_by, asked_at, state, since, refusal, attempts
            """;

    /** One that this node asks the authority for now. */
    record Taken(Ending ending, int attempt) {}

    private final JdbcClient jdbc;

    Endings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else asks for anything about this pair until the transaction ends. */
    void lock(UUID pair) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:pair, 2300))")
                .param("pair", "certificate-ending:" + pair)
                .query((_, _) -> pair)
                .single();
    }

    void add(Ending ending) {
        jdbc.sql(
                        """
                        INSERT INTO certificate_ending
                            (id, pair, deed, reason, case_number, asked_by, asked_at, state, next_try_at)
                        VALUES (:id, :pair, :deed, :reason, :case, :by, :at, 'INTENDED', :at)
                        """)
                .param("id", ending.id())
                .param("pair", ending.pair())
                .param("deed", ending.deed().name())
                .param("reason", ending.reason().name())
                .param("case", text(ending.caseNumber()))
                .param("by", ending.askedBy())
                .param("at", time(ending.askedAt()))
                .update();
    }

    /** What was asked for a pair and not refused, in order. */
    List<Ending> live(UUID pair) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM certificate_ending WHERE pair = :pair AND state <> 'REFUSED' ORDER BY place")
                .param("pair", pair)
                .query((row, _) -> ending(row))
                .list();
    }

    /** Everything that was asked for a pair, the newest first. */
    List<Ending> all(UUID pair) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM certificate_ending WHERE pair = :pair ORDER BY place DESC")
                .param("pair", pair)
                .query((row, _) -> ending(row))
                .list();
    }

    Ending lockEnding(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM certificate_ending WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, _) -> ending(row))
                .single();
    }

    Optional<UUID> nextDue(Instant now) {
        return jdbc.sql(
                        """
                        SELECT id FROM certificate_ending AS one
                        WHERE state = 'INTENDED' AND next_try_at <= :now
                          AND NOT EXISTS (SELECT FROM certificate_ending AS earlier
                                          WHERE earlier.pair = one.pair AND earlier.state = 'INTENDED'
                                            AND earlier.place < one.place)
                        ORDER BY next_try_at LIMIT 1
                        """)
                .param("now", time(now))
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Takes one for this node: it is put off before the authority is asked, so that a fault never blocks the others. */
    Optional<Taken> take(UUID id, Instant now, List<Duration> waits) {
        String steps =
                waits.stream()
                        .map(wait -> Long.toString(wait.toSeconds()))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow();
        return jdbc.sql(
                        """
                        UPDATE certificate_ending AS one
                        SET attempts = attempts + 1,
                            next_try_at = :now + make_interval(secs =>
                                (string_to_array(:waits, ','))[least(attempts + 1, :longest)]::integer)
                        WHERE id = :id AND state = 'INTENDED' AND next_try_at <= :now
                          AND NOT EXISTS (SELECT FROM certificate_ending AS earlier
                                          WHERE earlier.pair = one.pair AND earlier.state = 'INTENDED'
                                            AND earlier.place < one.place)
                        RETURNING\s"""
                                + COLUMNS)
                .param("id", id)
                .param("now", time(now))
                .param("waits", steps)
                .param("longest", waits.size())
                .query((row, _) -> new Taken(ending(row), row.getInt("attempts")))
                .optional();
    }

    Ending note(Ending ending, EndingState state, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE certificate_ending
                                SET state = :state, since = :since, refusal = :refusal, answered_at = :now
                                WHERE id = :id AND state = 'INTENDED'
                                """)
                        .param("id", ending.id())
                        .param("state", name(state))
                        .param(
                                "since",
                                state instanceof EndingState.Done(Instant since)
                                        ? time(since)
                                        : null)
                        .param(
                                "refusal",
                                state instanceof EndingState.Refused(RevocationError reason)
                                        ? reason.name()
                                        : null)
                        .param("now", time(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("ending " + ending.id() + " was noted before");
        }
        return new Ending(
                ending.id(),
                ending.pair(),
                ending.deed(),
                ending.reason(),
                ending.caseNumber(),
                ending.askedBy(),
                ending.askedAt(),
                state);
    }

    private static Ending ending(ResultSet row) throws SQLException {
        String number = row.getString("case_number");
        return new Ending(
                row.getObject("id", UUID.class),
                row.getObject("pair", UUID.class),
                Deed.valueOf(row.getString("deed")),
                RevocationReason.valueOf(row.getString("reason")),
                number == null ? null : new CaseNumber(number),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                state(row));
    }

    private static EndingState state(ResultSet row) throws SQLException {
        String name = row.getString("state");
        return switch (name) {
            case "INTENDED" -> new EndingState.Intended();
            case "DONE" ->
                    new EndingState.Done(row.getObject("since", OffsetDateTime.class).toInstant());
            case "REFUSED" ->
                    new EndingState.Refused(RevocationError.valueOf(row.getString("refusal")));
            default -> throw new IllegalStateException("an ending in state " + name);
        };
    }

    private static String name(EndingState state) {
        return switch (state) {
            case EndingState.Intended _ -> "INTENDED";
            case EndingState.Done _ -> "DONE";
            case EndingState.Refused _ -> "REFUSED";
        };
    }

    private static @Nullable String text(@Nullable CaseNumber number) {
        return number == null ? null : number.text();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
