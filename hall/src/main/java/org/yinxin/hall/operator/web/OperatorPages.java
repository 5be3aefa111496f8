package org.yinxin.hall.operator.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.operator.ChangeOperator;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.operator.CreatedOperator;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

/** The administrator's page. A new password is shown in the answer to the form itself and can never be opened again. */
@Controller
@RequestMapping("/staff/operators")
class OperatorPages {

    private static final String VIEW = "operator/web/operators";
    private static final String SELF = "redirect:/staff/operators";
    private static final List<Role> CHOICES =
            EnumSet.complementOf(EnumSet.of(Role.SUBSCRIBER)).stream().toList();

    private final CreateOperator create;
    private final ChangeOperator change;
    private final PageErrors errors;

    OperatorPages(CreateOperator create, ChangeOperator change, PageErrors errors) {
        this.create = create;
        this.change = change;
        this.errors = errors;
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor.Operator who, Model model) {
        return fill(model, who);
    }

    @PostMapping
    String create(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false, defaultValue = "") Set<Role> roles,
            HttpServletResponse response,
            Model model) {
        return switch (create.create(who, name, roles)) {
            case Outcome.Done<CreatedOperator>(CreatedOperator created) -> {
                model.addAttribute("created", created);
                yield shownOnce(response, fill(model, who));
            }
            case Outcome.Refused<CreatedOperator>(Refusal refusal) -> {
                model.addAttribute("typedName", name);
                model.addAttribute("typedRoles", roles);
                yield errors.show(refusal, model, response, fill(model, who));
            }
        };
    }

    @PostMapping("/{id}/roles")
    String roles(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            @RequestParam(required = false, defaultValue = "") Set<Role> roles,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(
                change.setRoles(who, new OperatorId(id), roles, version), who, response, model);
    }

    @PostMapping("/{id}/close")
    String close(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return after(change.close(who, new OperatorId(id), version), who, response, model);
    }

    @PostMapping("/{id}/password")
    String resetPassword(
            @AuthenticationPrincipal Actor.Operator who,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response,
            Model model) {
        return switch (change.resetPassword(who, new OperatorId(id), version)) {
            case Outcome.Done<CreatedOperator>(CreatedOperator created) -> {
                model.addAttribute("created", created);
                yield shownOnce(response, fill(model, who));
            }
            case Outcome.Refused<CreatedOperator>(Refusal refusal) ->
                    errors.show(refusal, model, response, fill(model, who));
        };
    }

    private String after(
            Outcome<?> outcome, Actor.Operator who, HttpServletResponse response, Model model) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> SELF;
            case Outcome.Refused<?>(Refusal refusal) ->
                    errors.show(refusal, model, response, fill(model, who));
        };
    }

    private String fill(Model model, Actor.Operator who) {
        model.addAttribute("members", change.all());
        model.addAttribute("choices", CHOICES);
        model.addAttribute("self", who.operator());
        return VIEW;
    }

    private static String shownOnce(HttpServletResponse response, String view) {
        response.setHeader("Cache-Control", "no-store");
        return view;
    }
}
