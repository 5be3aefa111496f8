package org.yinxin.authority.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.RevocationReason;
import org.yinxin.authority.StatusChangeId;

/** The table of changes that were done, by the name that the caller gave each of them. */
public final class StatusChanges {

    /** A change that was done, and since when the pair is so. */
    record Recorded(PairStatusChange change, Instant since) {}

    private final JdbcClient jdbc;

    public StatusChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the order of a pair until the transaction ends: changes of one pair come one after the other. */
    void lock(PairOrderId pair) {
        jdbc.sql("SELECT id FROM pair_order WHERE id = :id FOR UPDATE")
                .param("id", pair.value())
                .query(UUID.class)
                .optional();
    }

    Optional<Recorded> find(StatusChangeId id) {
        return jdbc.sql(
                        """
                        SELECT id, order_id, deed, reason, since FROM pair_status_change WHERE id = :id
                        """)
                .param("id", id.value())
                .query(StatusChanges::recorded)
                .optional();
    }

    void insert(PairStatusChange change, Instant since, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO pair_status_change (id, order_id, deed, reason, since, changed_at)
                        VALUES (:id, :order, :deed, :reason, :since, :now)
                        """)
                .param("id", change.id().value())
                .param("order", change.pair().value())
                .param("deed", name(change.deed()))
                .param("reason", reason(change.deed()))
                .param("since", time(since))
                .param("now", time(now))
                .update();
    }

    static String name(PairDeed deed) {
        return switch (deed) {
            case PairDeed.Revoke _ -> "REVOKE";
            case PairDeed.Hold _ -> "HOLD";
            case PairDeed.Resume _ -> "RESUME";
        };
    }

    private static @Nullable Integer reason(PairDeed deed) {
        return deed instanceof PairDeed.Revoke(RevocationReason reason) ? reason.code() : null;
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        String name = row.getString("deed");
        PairDeed deed =
                switch (name) {
                    case "REVOKE" ->
                            new PairDeed.Revoke(RevocationReason.ofCode(row.getInt("reason")));
                    case "HOLD" -> new PairDeed.Hold();
                    case "RESUME" -> new PairDeed.Resume();
                    default -> throw new IllegalStateException("a deed " + name);
                };
        return new Recorded(
                new PairStatusChange(
                        new StatusChangeId(row.getObject("id", UUID.class)),
                        new PairOrderId(row.getObject("order_id", UUID.class)),
                        deed),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
