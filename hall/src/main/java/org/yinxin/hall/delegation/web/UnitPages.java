package org.yinxin.hall.delegation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.delegation.EndDelegation;
import org.yinxin.hall.delegation.ReadHandovers;
import org.yinxin.hall.delegation.ReadUnits;
import org.yinxin.hall.delegation.web.DelegationJson.AgentJson;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 经办的单位: the units that somebody acts for, each by itself. */
@Controller
@RequestMapping("/units")
class UnitPages {

    private static final String ONE = "delegation/web/unit";

    private final ReadUnits readUnits;
    private final ReadHandovers readHandovers;
    private final EndDelegation endDelegation;
    private final PageErrors pageErrors;

    UnitPages(
            ReadUnits readUnits,
            ReadHandovers readHandovers,
            EndDelegation endDelegation,
            PageErrors pageErrors) {
        this.readUnits = readUnits;
        this.readHandovers = readHandovers;
        this.endDelegation = endDelegation;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Actor.Subscriber who,
            @RequestParam(required = false) @Nullable String left,
            Model model) {
        model.addAttribute("all", readUnits.own(who));
        model.addAttribute("handovers", readHandovers.own(who));
        model.addAttribute("left", left != null);
        return "delegation/web/units";
    }

    @GetMapping("/{unit}")
    String one(
            @AuthenticationPrincipal Actor.Subscriber who, @PathVariable String unit, Model model) {
        return fill(who, unit, model);
    }

    @PostMapping("/{unit}/resignation")
    String resign(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String unit,
            Model model,
            HttpServletResponse response) {
        return switch (endDelegation.resign(who, unit)) {
            case Outcome.Done<String> _ -> "redirect:/units?left";
            case Outcome.Refused<String>(var refusal) ->
                    pageErrors.show(refusal, model, response, fill(who, unit, model));
        };
    }

    private String fill(Actor.Subscriber who, String unit, Model model) {
        model.addAttribute("acting", Answers.valueOf(readUnits.own(who, unit)));
        model.addAttribute(
                "agents",
                Answers.valueOf(readUnits.history(who, unit)).stream().map(AgentJson::of).toList());
        return ONE;
    }
}
