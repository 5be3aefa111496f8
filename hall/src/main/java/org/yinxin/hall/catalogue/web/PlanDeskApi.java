package org.yinxin.hall.catalogue.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.DecideProposal;
import org.yinxin.hall.catalogue.PlanProposal;
import org.yinxin.hall.catalogue.ProposePlan;
import org.yinxin.hall.catalogue.ReadPlanDesk;
import org.yinxin.hall.catalogue.ReleasedVersion;
import org.yinxin.hall.web.Answers;

/** Plans, their versions and proposals, for programs. */
@RestController
@RequestMapping("/api/v1/staff/plans")
class PlanDeskApi {

    private final ReadPlanDesk desk;
    private final ProposePlan propose;
    private final DecideProposal decide;

    PlanDeskApi(ReadPlanDesk desk, ProposePlan propose, DecideProposal decide) {
        this.desk = desk;
        this.propose = propose;
        this.decide = decide;
    }

    /**
     * A version.
     *
     * @param sm3 the digest of its source, in hexadecimal
     * @param proposedBy null for one that came with the program; so is {@code releasedBy}
     */
    record Version(
            String plan,
            int version,
            String sm3,
            Instant since,
            @Nullable String proposedBy,
            @Nullable String releasedBy) {

        static Version of(ReleasedVersion version) {
            return new Version(
                    version.plan().text(),
                    version.version(),
                    version.sm3(),
                    version.since(),
                    version.proposedBy(),
                    version.releasedBy());
        }
    }

    /**
     * A proposal.
     *
     * @param base the version that it replaces; 0 for a new plan
     * @param state OPEN, RELEASED or WITHDRAWN
     */
    record Proposal(
            UUID id,
            String plan,
            int base,
            String sm3,
            Instant proposedAt,
            String proposedBy,
            String state) {

        static Proposal of(PlanProposal proposal) {
            return new Proposal(
                    proposal.id(),
                    proposal.plan().text(),
                    proposal.base(),
                    proposal.sm3(),
                    proposal.proposedAt(),
                    proposal.proposedBy(),
                    proposal.state().name());
        }
    }

    /** What is live, and what waits for a second person. */
    record Desk(List<Version> live, List<Proposal> proposals) {}

    /**
     * What is proposed.
     *
     * @param source the whole file, YAML
     */
    record Proposed(@Nullable String source) {}

    @GetMapping
    Desk live(@AuthenticationPrincipal Actor.Operator who) {
        return new Desk(
                Answers.valueOf(desk.live(who)).stream()
                        .map(plan -> Version.of(plan.version()))
                        .toList(),
                Answers.valueOf(desk.proposed(who)).stream().map(Proposal::of).toList());
    }

    @GetMapping("/{plan}")
    List<Version> versions(@AuthenticationPrincipal Actor.Operator who, @PathVariable String plan) {
        return Answers.valueOf(desk.versions(who, plan)).stream().map(Version::of).toList();
    }

    @GetMapping("/{plan}/versions/{version}")
    ResponseEntity<byte[]> source(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String plan,
            @PathVariable int version) {
        return PlanFileAnswer.of(
                plan + "-" + version, Answers.valueOf(desk.source(who, plan, version)));
    }

    @PostMapping("/proposals")
    ResponseEntity<Proposal> propose(
            @AuthenticationPrincipal Actor.Operator who, @RequestBody Proposed wanted) {
        String source = wanted.source() == null ? "" : wanted.source();
        return Answers.created(
                propose.propose(who, source.getBytes(StandardCharsets.UTF_8)).map(Proposal::of),
                made -> "/api/v1/staff/plans/proposals/" + made.id());
    }

    @GetMapping("/proposals/{id}")
    Proposal proposal(@AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id) {
        return Proposal.of(Answers.valueOf(desk.compared(who, id)).proposal());
    }

    @PostMapping("/proposals/{id}/release")
    ResponseEntity<Version> release(
            @AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id) {
        return Answers.of(decide.release(who, id).map(Version::of));
    }

    @PostMapping("/proposals/{id}/withdraw")
    ResponseEntity<Void> withdraw(
            @AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id) {
        return Answers.done(decide.withdraw(who, id));
    }
}
