package org.yinxin.authority.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.StatusChangeId;

/** The table of changes of statuses, by the name that the caller gave each of them. */
final class StatusChangeRows {

    /**
     * One of them; it is under way while it has neither.
     *
     * @param since since when the pair is so
     * @param denied the authority's words
     */
    record Row(PairStatusChange change, @Nullable Instant since, @Nullable String denied) {}

    private final JdbcClient jdbc;

    StatusChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> find(StatusChangeId id) {
        return jdbc.sql(
                        """
                        SELECT id, order_id, deed, reason, since, denied
                        FROM outside_status_change WHERE id = :id
                        """)
                .param("id", id.value())
                .query(StatusChangeRows::row)
                .optional();
    }

    void insert(PairStatusChange change, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outside_status_change (id, order_id, deed, reason, asked_at)
                        VALUES (:id, :order, :deed, :reason, :now)
                        """)
                .param("id", change.id().value())
                .param("order", change.pair().value())
                .param("deed", name(change.deed()))
                .param(
                        "reason",
                        change.deed() instanceof PairDeed.Revoke(RevocationReason reason)
                                ? reason.code()
                                : null)
                .param("now", Times.of(now))
                .update();
    }

    void done(StatusChangeId id, Instant since, Instant now) {
        end(id, since, null, now);
    }

    void denied(StatusChangeId id, String words, Instant now) {
        end(id, null, words, now);
    }

    private void end(
            StatusChangeId id, @Nullable Instant since, @Nullable String denied, Instant now) {
        jdbc.sql(
                        """
                        UPDATE outside_status_change SET since = :since, denied = :denied, ended_at = :now
                        WHERE id = :id AND ended_at IS NULL
                        """)
                .param("id", id.value())
                .param("since", Times.orNull(since))
                .param("denied", denied)
                .param("now", Times.of(now))
                .update();
    }

    static String name(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke _ -> "REVOKE";
            case PairDeed.Hold _ -> "HOLD";
            case PairDeed.Resume _ -> "RESUME";
        };
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String name = row.getString("deed");
        PairDeed deed =
                switch (name) {
                    case "REVOKE" ->
                            new PairDeed.Revoke(RevocationReason.ofCode(row.getInt("reason")));
                    case "HOLD" -> new PairDeed.Hold();
                    case "RESUME" -> new PairDeed.Resume();
                    default -> throw new IllegalStateException("a deed " + name);
                };
        return new Row(
                new PairStatusChange(
                        new StatusChangeId(row.getObject("id", UUID.class)),
                        new PairOrderId(row.getObject("order_id", UUID.class)),
                        deed),
                Times.orNull(row, "since"),
                row.getString("denied"));
    }
}
