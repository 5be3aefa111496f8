package org.yinxin.hall.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.reference.CaseNumber;

/** The checks of all cases. A check's row is locked before anything about its tries is changed. */
@Repository
class Checks {

    private static final String SELECT =
            """
            SELECT case_number, gate, methods, soft, attempts, used, blocked_until, state
              FROM identification_check WHERE case_number = :case AND gate = :gate
            """;

    private final JdbcClient jdbc;

    Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens it, also again: what was used up stays used up. */
    void open(CheckKey key, IdentityRules rules, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO identification_check
                               (case_number, gate, methods, soft, attempts, state, opened_at)
                        VALUES (:case, :gate, :methods, :soft, :attempts, 'OPEN', :now)
                        ON CONFLICT (case_number, gate) DO UPDATE
                           SET methods = excluded.methods, soft = excluded.soft,
                               attempts = excluded.attempts, state = 'OPEN',
                               opened_at = excluded.opened_at
                        """)
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .param("methods", rules.methods().stream().map(Enum::name).toArray(String[]::new))
                .param("soft", rules.soft())
                .param("attempts", rules.attempts())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Check> find(CheckKey key) {
        return one(SELECT, key);
    }

    Optional<Check> lock(CheckKey key) {
        return one(SELECT + " FOR UPDATE", key);
    }

    void state(CheckKey key, Check.State state) {
        jdbc.sql(
                        """
                        UPDATE identification_check SET state = :state
                         WHERE case_number = :case AND gate = :gate
                        """)
                .param("state", state.name())
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .update();
    }

    void used(CheckKey key, int used, @Nullable Instant blockedUntil) {
        jdbc.sql(
                        """
                        UPDATE identification_check SET used = :used, blocked_until = :until
                         WHERE case_number = :case AND gate = :gate
                        """)
                .param("used", used)
                .param("until", blockedUntil == null ? null : Timestamp.from(blockedUntil))
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .update();
    }

    private Optional<Check> one(String sql, CheckKey key) {
        return jdbc.sql(sql)
                .param("case", key.caseNumber().text())
                .param("gate", key.gate().text())
                .query(Checks::check)
                .optional();
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        Timestamp blocked = row.getTimestamp("blocked_until");
        return new Check(
                new CheckKey(
                        CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                        new GateCode(row.getString("gate"))),
                new IdentityRules(
                        Arrays.stream((String[]) row.getArray("methods").getArray())
                                .map(IdentityMethod::valueOf)
                                .toList(),
                        row.getBoolean("soft"),
                        row.getInt("attempts")),
                row.getInt("used"),
                blocked == null ? null : blocked.toInstant(),
                Check.State.valueOf(row.getString("state")));
    }
}
