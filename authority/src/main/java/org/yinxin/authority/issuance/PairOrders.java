package org.yinxin.authority.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.PairOrderId;

/** The table of orders, of pairs first and now of single certificates too. Its row is the one lock of an order: every transaction that changes anything takes it first. */
final class PairOrders {

    private final JdbcClient jdbc;

    PairOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins the order if it is new, and holds it until the transaction ends. */
    OrderState openAndLock(AdmittedOrder order, Instant now) {
        // A row that this transaction has made is held by it.
        return begin(List.of(order), now) == 1 ? new OrderState.Begun() : lock(order.id());
    }

    /** Begins those of the orders that are new, and answers how many these were. */
    int begin(List<AdmittedOrder> orders, Instant now) {
        // Always in the same order, so that two transactions cannot wait for each other.
        List<AdmittedOrder> sorted =
                orders.stream().sorted(Comparator.comparing(order -> order.id().value())).toList();
        return jdbc.sql(
                        """
                        INSERT INTO pair_order (id, kind, authority, state, attempts, content, changed_at)
                        SELECT given.id, given.kind, given.authority, 'INTENDED', 1, given.content, :now
                        FROM unnest(:ids::uuid[], :kinds::text[], :authorities::text[], :contents::bytea[])
                             AS given (id, kind, authority, content)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("ids", sorted.stream().map(order -> order.id().value()).toArray(UUID[]::new))
                .param("kinds", texts(sorted, order -> kind(order.id())))
                .param("authorities", texts(sorted, order -> order.authority().code().value()))
                .param(
                        "contents",
                        sorted.stream().map(AdmittedOrder::content).toArray(byte[][]::new))
                .param("now", time(now))
                .update();
    }

    private static String[] texts(
            List<AdmittedOrder> orders, Function<AdmittedOrder, String> column) {
        return orders.stream().map(column).toArray(String[]::new);
    }

    OrderState lock(OrderId id) {
        return jdbc.sql(
                        """
                        SELECT state, attempts, content, changed_at
                        FROM pair_order WHERE id = :id FOR UPDATE
                        """)
                .param("id", id.value())
                .query(PairOrders::state)
                .single();
    }

    /** Locks orders whose attempt is older than a moment; those that another node holds are passed over. */
    List<OrderId> lockIntendedBefore(Instant moment, int most) {
        return jdbc.sql(
                        """
                        SELECT id, kind FROM pair_order
                        WHERE state = 'INTENDED' AND changed_at < :moment
                        ORDER BY changed_at LIMIT :most
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("moment", time(moment))
                .param("most", most)
                .query((row, number) -> id(row.getString("kind"), row.getObject("id", UUID.class)))
                .list();
    }

    void intended(AdmittedOrder order, Instant now) {
        jdbc.sql(
                        """
                        UPDATE pair_order
                        SET state = 'INTENDED', kind = :kind, authority = :authority, attempts = attempts + 1,
                            content = :content, changed_at = :now
                        WHERE id = :id AND state = 'FREE'
                        """)
                .param("id", order.id().value())
                .param("kind", kind(order.id()))
                .param("authority", order.authority().code().value())
                .param("content", order.content())
                .param("now", time(now))
                .update();
    }

    void freed(OrderId id, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE pair_order SET state = 'FREE', changed_at = :now
                                WHERE id = :id AND state = 'INTENDED'
                                """)
                        .param("id", id.value())
                        .param("now", time(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("the order " + id + " is not under way");
        }
    }

    private static String kind(OrderId id) {
        return switch (id) {
            case PairOrderId _ -> "PAIR";
            case CertificateOrderId _ -> "SINGLE";
        };
    }

    private static OrderId id(String kind, UUID value) {
        return switch (kind) {
            case "PAIR" -> new PairOrderId(value);
            case "SINGLE" -> new CertificateOrderId(value);
            default -> throw new IllegalStateException("an order of kind " + kind);
        };
    }

    private static OrderState state(ResultSet row, int number) throws SQLException {
        int attempts = row.getInt("attempts");
        String state = row.getString("state");
        return switch (state) {
            case "FREE" -> new OrderState.Free(attempts);
            case "INTENDED" ->
                    new OrderState.Intended(
                            attempts,
                            row.getObject("changed_at", OffsetDateTime.class).toInstant());
            case "ISSUED" -> new OrderState.Issued(attempts, row.getBytes("content"));
            default -> throw new IllegalStateException("an order in state " + state);
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
