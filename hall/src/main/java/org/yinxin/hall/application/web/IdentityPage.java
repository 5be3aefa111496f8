package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.IdentityTask;
import org.yinxin.hall.application.ProveIdentity;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;
import org.yinxin.hall.web.QrCode;

/** 身份鉴别: one method is chosen, and then the code typed, or a telephone looks. */
@Controller
@RequestMapping("/applications/{number}/identity/{gate}")
class IdentityPage {

    private static final String PAGE = "identification/web/identity";

    private final ProveIdentity proveIdentity;
    private final Sayings sayings;
    private final PageErrors pageErrors;

    IdentityPage(ProveIdentity proveIdentity, Sayings sayings, PageErrors pageErrors) {
        this.proveIdentity = proveIdentity;
        this.sayings = sayings;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            Model model,
            Locale reader) {
        return fill(who, number, gate, "", model, reader);
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String card,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return after(
                proveIdentity.start(who, number, gate, method, card),
                who,
                number,
                gate,
                method,
                model,
                response,
                reader);
    }

    @PostMapping("/confirmation")
    String confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return after(
                proveIdentity.confirm(who, number, gate, code),
                who,
                number,
                gate,
                "",
                model,
                response,
                reader);
    }

    private String after(
            Outcome<IdentityTask> outcome,
            Actor who,
            CaseNumber number,
            String gate,
            String method,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return switch (outcome) {
            case Outcome.Done<IdentityTask> _ -> "redirect:" + Places.identity(number, gate);
            case Outcome.Refused<IdentityTask>(var refusal) ->
                    pageErrors.show(
                            refusal,
                            model,
                            response,
                            fill(who, number, gate, method, model, reader));
        };
    }

    private String fill(
            Actor who, CaseNumber number, String gate, String chosen, Model model, Locale reader) {
        IdentityTask task = Answers.valueOf(proveIdentity.view(who, number, gate));
        var face = task.view().face();
        model.addAttribute("task", task);
        model.addAttribute("stage", task.view().stage().name());
        model.addAttribute("title", task.title().in(reader));
        model.addAttribute("methods", methods(task, reader));
        model.addAttribute("chosen", chosen(task, chosen));
        model.addAttribute("cards", task.view().methods().contains(IdentityMethod.BANK_CARD));
        model.addAttribute("qr", face == null ? null : QrCode.of(face.link().toString()));
        return PAGE;
    }

    private Map<String, String> methods(IdentityTask task, Locale reader) {
        Map<String, String> methods = new LinkedHashMap<>();
        for (IdentityMethod method : task.view().methods()) {
            methods.put(method.name(), sayings.say("identification.web.method." + method, reader));
        }
        return methods;
    }

    private static String chosen(IdentityTask task, String chosen) {
        IdentityMethod method = task.view().method();
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return method == null ? task.view().methods().getFirst().name() : method.name();
    }
}
