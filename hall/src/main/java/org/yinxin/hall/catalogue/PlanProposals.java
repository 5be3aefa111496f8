package org.yinxin.hall.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of proposals. */
@Repository
class PlanProposals {

    private static final String SELECT =
            """
            SELECT id, plan, base, sm3, source, proposed_at, proposer, proposed_by, state
              FROM plan_proposal
            """;

    private final JdbcClient jdbc;

    PlanProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlanProposal proposal) {
        jdbc.sql(
                        """
                        INSERT INTO plan_proposal
                               (id, plan, base, sm3, source, proposed_at, proposer, proposed_by, state)
                        VALUES (:id, :plan, :base, :sm3, :source, :at, :proposer, :by, 'OPEN')
                        """)
                .param("id", proposal.id())
                .param("plan", proposal.plan().text())
                .param("base", proposal.base())
                .param("sm3", proposal.sm3())
                .param("source", proposal.source())
                .param("at", proposal.proposedAt().atOffset(ZoneOffset.UTC))
                .param("proposer", proposal.proposer())
                .param("by", proposal.proposedBy())
                .update();
    }

    List<PlanProposal> open() {
        return jdbc.sql(SELECT + " WHERE state = 'OPEN' ORDER BY plan")
                .query(PlanProposals::read)
                .list();
    }

    Optional<PlanProposal> openFor(PlanCode plan) {
        return jdbc.sql(SELECT + " WHERE plan = :plan AND state = 'OPEN'")
                .param("plan", plan.text())
                .query(PlanProposals::read)
                .optional();
    }

    Optional<PlanProposal> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query(PlanProposals::read)
                .optional();
    }

    /** The same, kept from changing until the transaction ends. */
    Optional<PlanProposal> lock(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(PlanProposals::read)
                .optional();
    }

    void decide(UUID id, PlanProposal.State state, Instant at, String by) {
        jdbc.sql(
                        """
                        UPDATE plan_proposal SET state = :state, decided_at = :at, decided_by = :by
                         WHERE id = :id
                        """)
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static PlanProposal read(ResultSet row, int index) throws SQLException {
        return new PlanProposal(
                row.getObject("id", UUID.class),
                new PlanCode(row.getString("plan")),
                row.getInt("base"),
                row.getString("sm3"),
                row.getString("source"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("proposer"),
                row.getString("proposed_by"),
                PlanProposal.State.valueOf(row.getString("state")));
    }
}
