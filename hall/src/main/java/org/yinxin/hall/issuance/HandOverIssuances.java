package org.yinxin.hall.issuance;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;

/** Makes what is being issued for cases somebody else's, with the cases: it can be downloaded on, and is never issued twice. */
@Component
public class HandOverIssuances {

    private final JdbcClient jdbc;

    HandOverIssuances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Collection<CaseNumber> cases, AccountId to) {
        jdbc.sql(
                        """
                        UPDATE issuance SET holder = :to
                         WHERE case_number = ANY (:cases) AND state <> 'REFUSED'
                        """)
                .param("to", to.value())
                .param("cases", cases.stream().map(CaseNumber::text).toArray(String[]::new))
                .update();
    }
}
