package org.yinxin.hall.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.outcome.Outcome;

/**
 * The second of the two people who change a plan: releases what a colleague has proposed, or either of them withdraws
 * it. From the release on new applications follow the new version; those that are open keep theirs.
 *
 * <p>Refusals: {@link PlanError#NOT_AN_ADMINISTRATOR}; {@link PlanError#NO_SUCH_PROPOSAL}; {@link
 * PlanError#DECIDED_ALREADY}; to release also {@link PlanError#PROPOSED_BY_YOU} and {@link PlanError#OUTDATED}.
 */
@Component
public class DecideProposal {

    private final PlanVersions versions;
    private final PlanProposals proposals;
    private final AuditTrail audit;
    private final Clock clock;

    DecideProposal(PlanVersions versions, PlanProposals proposals, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers the version that is live from now on. */
    @Transactional
    public Outcome<ReleasedVersion> release(Actor actor, UUID id) {
        return decide(actor, id, this::release);
    }

    /** Answers the proposal as it was. */
    @Transactional
    public Outcome<PlanProposal> withdraw(Actor actor, UUID id) {
        return decide(
                actor,
                id,
                (operator, proposal) -> {
                    decided(operator, proposal, PlanProposal.State.WITHDRAWN, clock.instant());
                    return Outcome.done(proposal);
                });
    }

    private <T> Outcome<T> decide(
            Actor actor, UUID id, BiFunction<Actor.Operator, PlanProposal, Outcome<T>> decision) {
        if (!(actor instanceof Actor.Operator operator) || !actor.has(Role.ADMINISTRATOR)) {
            return Outcome.refused(PlanError.NOT_AN_ADMINISTRATOR);
        }
        Optional<PlanProposal> found = proposals.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(PlanError.NO_SUCH_PROPOSAL);
        }
        return found.get().state() == PlanProposal.State.OPEN
                ? decision.apply(operator, found.get())
                : Outcome.refused(PlanError.DECIDED_ALREADY);
    }

    private Outcome<ReleasedVersion> release(Actor.Operator operator, PlanProposal proposal) {
        if (proposal.proposer().equals(operator.reference())) {
            return Outcome.refused(PlanError.PROPOSED_BY_YOU);
        }
        versions.lock();
        int live = versions.newest(proposal.plan()).map(ReleasedVersion::version).orElse(0);
        if (live != proposal.base()) {
            return Outcome.refused(PlanError.OUTDATED);
        }
        Instant now = clock.instant();
        ReleasedVersion released =
                new ReleasedVersion(
                        proposal.plan(),
                        live + 1,
                        proposal.sm3(),
                        now,
                        proposal.proposedBy(),
                        operator.name());
        versions.release(released, proposal.source());
        decided(operator, proposal, PlanProposal.State.RELEASED, now);
        return Outcome.done(released);
    }

    private void decided(
            Actor.Operator operator, PlanProposal proposal, PlanProposal.State state, Instant at) {
        proposals.decide(proposal.id(), state, at, operator.reference());
        audit.record(
                operator,
                state == PlanProposal.State.RELEASED ? "plan.released" : "plan.withdrawn",
                "plan:" + proposal.plan(),
                Map.of("proposal", proposal.id().toString(), "sm3", proposal.sm3()));
    }
}
