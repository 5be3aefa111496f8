package org.yinxin.hall.payment;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;

/** Makes the orders of cases somebody else's, with the cases. Who paid what stays in the attempts and in the journal. */
@Component
public class HandOverOrders {

    private final JdbcClient jdbc;

    HandOverOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Collection<CaseNumber> cases, AccountId to) {
        jdbc.sql("UPDATE payment_order SET payer = :to WHERE case_number = ANY (:cases)")
                .param("to", to.value())
                .param("cases", cases.stream().map(CaseNumber::text).toArray(String[]::new))
                .update();
    }
}
