package org.yinxin.hall.payment;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders by any number that is printed on anything about them. */
@Repository
class SearchOrders {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    SearchOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; each part of the question is answered by an index of its own. */
    List<OrderId> find(String number) {
        return jdbc.sql(
                        """
                        SELECT id FROM payment_order WHERE id IN (
                            SELECT id FROM payment_order WHERE case_number = :upper
                            UNION ALL SELECT id FROM payment_order WHERE transaction = :number
                            UNION ALL SELECT id FROM payment_order WHERE id = :id
                            UNION ALL SELECT order_id FROM payment_attempt WHERE number = :number
                            UNION ALL SELECT order_id FROM payment_concern WHERE transaction = :number
                            UNION ALL SELECT order_id FROM payment_refund WHERE number = :number
                            UNION ALL SELECT order_id FROM payment_refund WHERE reference = :number
                        ) ORDER BY placed_at DESC, id LIMIT :most
                        """)
                .param("number", number)
                .param("upper", number.toUpperCase(Locale.ROOT))
                .param("id", OrderId.parse(number).map(OrderId::value).orElse(new UUID(0, 0)))
                .param("most", MOST)
                .query((row, _) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }
}
