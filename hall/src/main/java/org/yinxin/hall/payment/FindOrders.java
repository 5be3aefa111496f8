package org.yinxin.hall.payment;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.reference.CaseNumber;

/** Finds which cases a number from a bill or a bank statement belongs to. */
@Component
public class FindOrders {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    FindOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Cases of an order.
     *
     * @param number of an order, of an attempt to pay it, or of the channel's transaction; exactly
     */
    public List<CaseNumber> casesOf(String number) {
        return jdbc.sql(
                        """
                        SELECT case_number FROM payment_order WHERE id::text = lower(:number)
                        UNION
                        SELECT case_number FROM payment_order WHERE transaction = :number
                        UNION
                        SELECT o.case_number FROM payment_attempt a JOIN payment_order o ON o.id = a.order_id
                         WHERE a.number = :number
                        LIMIT :most
                        """)
                .param("number", number)
                .param("most", MOST)
                .query((row, _) -> new CaseNumber(row.getString("case_number")))
                .list();
    }
}
