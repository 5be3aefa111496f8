package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Outcome;

/**
 * What the back office sees of plans: which version is live since when, who released it, and what is proposed.
 *
 * <p>Refusals: {@link PlanError#NOT_AN_ADMINISTRATOR} for anybody but administrators and the auditor; {@link
 * PlanError#NO_SUCH_PROPOSAL}; {@link PlanError#NO_SUCH_VERSION}.
 */
@Component
public class ReadPlanDesk {

    private final Catalogue catalogue;
    private final PlanVersions versions;
    private final PlanProposals proposals;

    ReadPlanDesk(Catalogue catalogue, PlanVersions versions, PlanProposals proposals) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.proposals = proposals;
    }

    /**
     * One plan that is live.
     *
     * @param title what it is called
     */
    public record LivePlan(Words title, ReleasedVersion version) {}

    /**
     * A proposal beside what it would replace.
     *
     * @param before the source that is live; empty for a plan that is new
     * @param mine whether the reader proposed it, and so cannot release it
     */
    public record Compared(PlanProposal proposal, String before, boolean mine) {}

    /** Each live plan, by code. */
    @Transactional(readOnly = true)
    public Outcome<List<LivePlan>> live(Actor actor) {
        return may(actor)
                .map(
                        _ ->
                                catalogue.live().stream()
                                        .map(
                                                plan ->
                                                        new LivePlan(
                                                                plan.title(),
                                                                versions.newest(plan.code())
                                                                        .orElseThrow()))
                                        .toList());
    }

    /** What waits for a second person. */
    @Transactional(readOnly = true)
    public Outcome<List<PlanProposal>> proposed(Actor actor) {
        return may(actor).map(_ -> proposals.open());
    }

    /** All versions of a plan, the newest first. */
    @Transactional(readOnly = true)
    public Outcome<List<ReleasedVersion>> versions(Actor actor, String plan) {
        return may(actor)
                .flatMap(
                        _ -> {
                            List<ReleasedVersion> all =
                                    PlanCode.parse(plan).map(versions::all).orElse(List.of());
                            return all.isEmpty()
                                    ? Outcome.refused(PlanError.NO_SUCH_VERSION)
                                    : Outcome.done(all);
                        });
    }

    /** The file of a version, as it was released. */
    @Transactional(readOnly = true)
    public Outcome<String> source(Actor actor, String plan, int version) {
        return may(actor)
                .flatMap(
                        _ ->
                                PlanCode.parse(plan)
                                        .flatMap(code -> versions.find(code, version))
                                        .map(found -> Outcome.done(found.source()))
                                        .orElseGet(
                                                () -> Outcome.refused(PlanError.NO_SUCH_VERSION)));
    }

    /** A proposal, decided or not, beside the version that it starts from. */
    @Transactional(readOnly = true)
    public Outcome<Compared> compared(Actor actor, UUID id) {
        return may(actor)
                .flatMap(
                        _ ->
                                proposals
                                        .find(id)
                                        .map(found -> Outcome.done(compared(actor, found)))
                                        .orElseGet(
                                                () -> Outcome.refused(PlanError.NO_SUCH_PROPOSAL)));
    }

    private Compared compared(Actor actor, PlanProposal proposal) {
        Optional<PlanVersions.PlanVersion> base = versions.find(proposal.plan(), proposal.base());
        return new Compared(
                proposal,
                base.map(PlanVersions.PlanVersion::source).orElse(""),
                proposal.proposer().equals(actor.reference()));
    }

    private static Outcome<Actor> may(Actor actor) {
        return actor.has(Role.ADMINISTRATOR) || actor.has(Role.AUDITOR)
                ? Outcome.done(actor)
                : Outcome.refused(PlanError.NOT_AN_ADMINISTRATOR);
    }
}
