package org.yinxin.hall.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.subscriber.Departure;
import org.yinxin.hall.subscriber.LostCases;

/**
 * For which organisation a case is, and so who has lost it. A case is its account's; once the account has been an agent of the
 * case's organisation and may not act for it any more, it is out of that account's reach, until it is handed over.
 */
@Repository
class CaseUnits implements LostCases {

    private final JdbcClient jdbc;
    private final Agents agents;

    CaseUnits(JdbcClient jdbc, Agents agents) {
        this.jdbc = jdbc;
        this.agents = agents;
    }

    @Override
    public boolean lost(AccountId account, CaseNumber number) {
        return jdbc.sql(
                        "SELECT unit, opened_at FROM application WHERE number = :number AND unit IS NOT NULL")
                .param("number", number.text())
                .query((row, _) -> new Begun(row.getString("unit"), opened(row)))
                .optional()
                .filter(begun -> agents.lost(account, begun.unit(), begun.at()))
                .isPresent();
    }

    private record Begun(String unit, Instant at) {}

    /** Whether whoever has the case has lost it. */
    boolean lost(Application application) {
        return lost(application.account(), application.number());
    }

    /** Writes down for whom it is; what is no credit code changes nothing. */
    void belong(CaseNumber number, @Nullable String code) {
        Optional<UnifiedSocialCreditCode> unit =
                Optional.ofNullable(code)
                        .flatMap(text -> UnifiedSocialCreditCode.check(text).accepted());
        if (unit.isPresent()) {
            jdbc.sql(
                            """
                            UPDATE application SET unit = :unit
                             WHERE number = :number AND unit IS DISTINCT FROM :unit
                            """)
                    .param("unit", unit.get().value())
                    .param("number", number.text())
                    .update();
        }
    }

    /** A case that somebody has lost is not the one that keeps them from opening another one. */
    void letGo(AccountId account) {
        for (Departure lost : agents.departures(account)) {
            jdbc.sql(
                            """
                            UPDATE application SET single = false
                             WHERE account = :account AND unit = :unit AND opened_at <= :at
                               AND single AND ended_at IS NULL
                            """)
                    .param("account", account.value())
                    .param("unit", lost.unit().value())
                    .param("at", GateColumns.utc(lost.at()))
                    .update();
        }
    }

    /**
     * Makes what a former agent had of an organisation the new one's. It does not count as the one open case that a plan
     * allows: the new agent may have opened one before.
     */
    List<CaseNumber> move(Departure from, AccountId to) {
        return jdbc.sql(
                        """
                        UPDATE application SET account = :to, single = single AND ended_at IS NOT NULL
                         WHERE account = :from AND unit = :unit AND opened_at <= :at
                        RETURNING number
                        """)
                .param("to", to.value())
                .param("from", from.account().value())
                .param("unit", from.unit().value())
                .param("at", GateColumns.utc(from.at()))
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Writes down who had it before whom. */
    void noteMove(
            CaseNumber number, CaseNumber handover, AccountId from, AccountId to, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO application_handover (number, handover, from_account, to_account, at)
                        VALUES (:number, :handover, :from, :to, :at) ON CONFLICT DO NOTHING
                        """)
                .param("number", number.text())
                .param("handover", handover.text())
                .param("from", from.value())
                .param("to", to.value())
                .param("at", GateColumns.utc(at))
                .update();
    }

    /** Whether somebody had it before: then the form may name a person who has nothing to do with it any more. */
    boolean moved(CaseNumber number) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM application_handover WHERE number = :number)")
                .param("number", number.text())
                .query(Boolean.class)
                .single();
    }

    private static Instant opened(ResultSet row) throws SQLException {
        return GateColumns.instant(row, "opened_at");
    }
}
