package org.yinxin.hall.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.reference.CaseNumber;

/** The checks of accounts. A check's row is locked before anything about its transfers is changed. */
@Repository
class BankChecks {

    private static final String SELECT =
            """
            SELECT case_number, gate, amount, attempts, days, state
              FROM identification_bank_check WHERE case_number = :case AND gate = :gate
            """;

    private final JdbcClient jdbc;

    BankChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(CheckKey key, TransferRules rules, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO identification_bank_check
                               (case_number, gate, amount, attempts, days, state, opened_at)
                        VALUES (:case, :gate, :amount, :attempts, :days, 'OPEN', :now)
                        ON CONFLICT (case_number, gate) DO UPDATE
                           SET amount = excluded.amount, attempts = excluded.attempts,
                               days = excluded.days, state = 'OPEN', opened_at = excluded.opened_at
                        """)
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .param("amount", rules.amount().fen())
                .param("attempts", rules.attempts())
                .param("days", rules.days())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<BankCheck> find(CheckKey key) {
        return one(SELECT, key);
    }

    Optional<BankCheck> lock(CheckKey key) {
        return one(SELECT + " FOR UPDATE", key);
    }

    void state(CheckKey key, BankCheck.State state) {
        jdbc.sql(
                        """
                        UPDATE identification_bank_check SET state = :state
                         WHERE case_number = :case AND gate = :gate
                        """)
                .param("state", state.name())
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .update();
    }

    private Optional<BankCheck> one(String sql, CheckKey key) {
        return jdbc.sql(sql)
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .query(BankChecks::check)
                .optional();
    }

    private static BankCheck check(ResultSet row, int number) throws SQLException {
        return new BankCheck(
                new CheckKey(
                        CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                        new GateCode(row.getString("gate"))),
                new TransferRules(
                        new Money(row.getLong("amount")),
                        row.getInt("attempts"),
                        row.getInt("days")),
                BankCheck.State.valueOf(row.getString("state")));
    }
}
