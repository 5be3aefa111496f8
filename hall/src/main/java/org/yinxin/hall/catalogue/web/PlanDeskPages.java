package org.yinxin.hall.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.DecideProposal;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.PlanError;
import org.yinxin.hall.catalogue.PlanProposal;
import org.yinxin.hall.catalogue.ProposePlan;
import org.yinxin.hall.catalogue.ReadPlanDesk;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 业务规则: which rules are live since when, and how two people change them. */
@Controller
@RequestMapping("/staff/plans")
class PlanDeskPages {

    private static final String LIST = "catalogue/web/plans";
    private static final String PROPOSAL = "catalogue/web/proposal";
    private static final String HOME = "redirect:/staff/plans";

    private final ReadPlanDesk desk;
    private final ProposePlan propose;
    private final DecideProposal decide;
    private final PageErrors errors;
    private final Catalogue catalogue;

    PlanDeskPages(
            ReadPlanDesk desk,
            ProposePlan propose,
            DecideProposal decide,
            PageErrors errors,
            Catalogue catalogue) {
        this.desk = desk;
        this.propose = propose;
        this.decide = decide;
        this.errors = errors;
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor.Operator who, Model model) {
        return list(model, who);
    }

    @GetMapping("/{plan}")
    String versions(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String plan,
            Model model,
            Locale reader) {
        model.addAttribute("plan", plan);
        model.addAttribute(
                "planTitle",
                PlanCode.parse(plan)
                        .flatMap(catalogue::live)
                        .map(live -> live.title().in(reader))
                        .orElse(plan));
        model.addAttribute("versions", Answers.valueOf(desk.versions(who, plan)));
        return "catalogue/web/plan";
    }

    @GetMapping("/{plan}/versions/{version}")
    ResponseEntity<byte[]> source(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable String plan,
            @PathVariable int version) {
        return PlanFileAnswer.of(
                plan + "-" + version, Answers.valueOf(desk.source(who, plan, version)));
    }

    @PostMapping(path = "/proposals", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String propose(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam("file") MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        return switch (propose.propose(who, file.getBytes())) {
            case Outcome.Done<PlanProposal>(PlanProposal made) ->
                    "redirect:/staff/plans/proposals/" + made.id();
            case Outcome.Refused<PlanProposal>(Refusal refusal) -> {
                if (refusal.code() == PlanError.FAULTY) {
                    model.addAttribute("faults", refusal.arguments());
                }
                yield errors.show(refusal, model, response, list(model, who));
            }
        };
    }

    @GetMapping("/proposals/{id}")
    String proposal(
            @AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id, Model model) {
        return proposal(model, who, id);
    }

    @GetMapping("/proposals/{id}/source")
    ResponseEntity<byte[]> proposed(
            @AuthenticationPrincipal Actor.Operator who, @PathVariable UUID id) {
        PlanProposal proposal = Answers.valueOf(desk.compared(who, id)).proposal();
        return PlanFileAnswer.of(proposal.plan() + "-proposed", proposal.source());
    }

    @PostMapping("/proposals/{id}/release")
    String release(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model) {
        return after(decide.release(who, id), who, id, response, model);
    }

    @PostMapping("/proposals/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            HttpServletResponse response,
            Model model) {
        return after(decide.withdraw(who, id), who, id, response, model);
    }

    private String after(
            Outcome<?> outcome,
            Actor.Operator who,
            UUID id,
            HttpServletResponse response,
            Model model) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> HOME;
            case Outcome.Refused<?>(Refusal refusal) ->
                    errors.show(refusal, model, response, proposal(model, who, id));
        };
    }

    private String list(Model model, Actor.Operator who) {
        model.addAttribute("live", Answers.valueOf(desk.live(who)));
        model.addAttribute("proposals", Answers.valueOf(desk.proposed(who)));
        return LIST;
    }

    private String proposal(Model model, Actor.Operator who, UUID id) {
        ReadPlanDesk.Compared compared = Answers.valueOf(desk.compared(who, id));
        model.addAttribute("proposal", compared.proposal());
        model.addAttribute("mine", compared.mine());
        model.addAttribute(
                "lines", SourceDifference.between(compared.before(), compared.proposal().source()));
        return PROPOSAL;
    }
}
