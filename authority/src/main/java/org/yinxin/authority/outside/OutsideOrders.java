package org.yinxin.authority.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.PairOrderId;

/** The table of orders. Its row is the one lock of an order: every transaction that changes anything takes it first. */
final class OutsideOrders {

    /** What is going on with an order. */
    enum State {
        FREE,
        INTENDED,
        ISSUED
    }

    /**
     * One order.
     *
     * @param attempt the last one; 0 when there was none
     * @param heldUntil until when somebody works on it; null when nobody does
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Order(
            PairOrderId id,
            AuthorityCode authority,
            State state,
            int attempt,
            byte[] content,
            @Nullable UUID heldBy,
            @Nullable Instant heldUntil) {

        boolean isHeldAt(Instant now) {
            return heldUntil != null && heldUntil.isAfter(now);
        }
    }

    private static final String COLUMNS =
            "SELECT id, authority, state, attempts, content, held_by, held_until FROM outside_order ";

    private final JdbcClient jdbc;

    OutsideOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the order if it is new, and locks it until the transaction ends. */
    Order openAndLock(AdmittedPair order, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outside_order (id, authority, state, content, changed_at)
                        VALUES (:id, :authority, 'FREE', :content, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", order.id().value())
                .param("authority", order.authority().value())
                .param("content", order.content())
                .param("now", Times.of(now))
                .update();
        return lock(order.id()).orElseThrow();
    }

    Optional<Order> lock(PairOrderId id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(OutsideOrders::order)
                .optional();
    }

    Optional<Order> find(PairOrderId id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id.value())
                .query(OutsideOrders::order)
                .optional();
    }

    /** All authorities that were ever asked for something. */
    Set<AuthorityCode> authorities() {
        return Set.copyOf(
                jdbc.sql("SELECT DISTINCT authority FROM outside_order")
                        .query((row, _) -> new AuthorityCode(row.getString("authority")))
                        .list());
    }

    /** Locks orders under way that nobody holds; those that another node looks at are passed over. */
    List<Order> lockAbandoned(Instant now, int most) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                WHERE state = 'INTENDED' AND (held_until IS NULL OR held_until <= :now)
                                ORDER BY changed_at LIMIT :most FOR UPDATE SKIP LOCKED
                                """)
                .param("now", Times.of(now))
                .param("most", most)
                .query(OutsideOrders::order)
                .list();
    }

    /** Begins another attempt and answers its number. */
    int intended(AdmittedPair order, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE outside_order
                        SET state = 'INTENDED', authority = :authority, content = :content,
                            attempts = attempts + 1, changed_at = :now
                        WHERE id = :id AND state = 'FREE' RETURNING attempts
                        """)
                .param("id", order.id().value())
                .param("authority", order.authority().value())
                .param("content", order.content())
                .param("now", Times.of(now))
                .query(Integer.class)
                .single();
    }

    void ended(PairOrderId id, State state, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE outside_order
                                SET state = :state, changed_at = :now, held_by = NULL, held_until = NULL
                                WHERE id = :id AND state = 'INTENDED'
                                """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("now", Times.of(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("the order " + id + " is not under way");
        }
    }

    /** Nobody else works on it until that time, unless it is given back before. */
    void hold(PairOrderId id, UUID by, Instant until) {
        jdbc.sql("UPDATE outside_order SET held_by = :by, held_until = :until WHERE id = :id")
                .param("id", id.value())
                .param("by", by)
                .param("until", Times.of(until))
                .update();
    }

    /** Gives it back, unless somebody else holds it by now. */
    void release(PairOrderId id, UUID by) {
        jdbc.sql(
                        """
                        UPDATE outside_order SET held_by = NULL, held_until = NULL
                        WHERE id = :id AND held_by = :by
                        """)
                .param("id", id.value())
                .param("by", by)
                .update();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                new PairOrderId(row.getObject("id", UUID.class)),
                new AuthorityCode(row.getString("authority")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getBytes("content"),
                row.getObject("held_by", UUID.class),
                Times.orNull(row, "held_until"));
    }
}
