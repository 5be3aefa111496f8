package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.ApplicationError;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ConfirmActivation;
import org.yinxin.hall.application.ViewApplication;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 绑定激活: what to do on the procurement platform, and the button to say that it is done. */
@Controller
@RequestMapping("/applications/{number}/activation/{gate}")
class ActivationPage {

    private final ViewApplication viewApplication;
    private final ConfirmActivation confirmActivation;
    private final PageErrors pageErrors;

    ActivationPage(
            ViewApplication viewApplication,
            ConfirmActivation confirmActivation,
            PageErrors pageErrors) {
        this.viewApplication = viewApplication;
        this.confirmActivation = confirmActivation;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            Model model,
            Locale reader) {
        return fill(who, number, gate, model, reader);
    }

    @PostMapping
    String confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return switch (confirmActivation.confirm(who, number, gate)) {
            case Outcome.Done<ApplicationView> _ -> "redirect:" + Places.application(number);
            case Outcome.Refused<ApplicationView>(var refusal) ->
                    pageErrors.show(
                            refusal, model, response, fill(who, number, gate, model, reader));
        };
    }

    private String fill(Actor who, CaseNumber number, GateCode code, Model model, Locale reader) {
        ApplicationView view = Answers.valueOf(viewApplication.view(who, number));
        ApplicationView.Gate gate =
                Answers.valueOf(
                        view.gates().stream()
                                .filter(one -> one.code().equals(code))
                                .filter(one -> one.settings() instanceof GateSettings.Activation)
                                .findFirst()
                                .map(Outcome::done)
                                .orElseGet(
                                        () ->
                                                Outcome.refused(
                                                        ApplicationError.NO_SUCH_ACTIVATION)));
        model.addAttribute("number", number);
        model.addAttribute("gate", gate);
        model.addAttribute("gateTitle", gate.title().in(reader));
        model.addAttribute("where", ((GateSettings.Activation) gate.settings()).where().in(reader));
        return "application/web/activation";
    }
}
