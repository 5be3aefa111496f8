package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.AcceptAgreement;
import org.yinxin.hall.application.ApplicationView;
import org.yinxin.hall.application.ReadAgreement;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** The agreement: read, ticked, and accepted in exactly the version that stood on the page. */
@Controller
@RequestMapping({"/applications/{number}/agreement", "/staff/counter/{number}/agreement"})
class AgreementPage {

    private static final String PAGE = "application/web/agreement";

    private final ReadAgreement readAgreement;
    private final AcceptAgreement acceptAgreement;
    private final Sayings sayings;
    private final PageErrors pageErrors;

    AgreementPage(
            ReadAgreement readAgreement,
            AcceptAgreement acceptAgreement,
            Sayings sayings,
            PageErrors pageErrors) {
        this.readAgreement = readAgreement;
        this.acceptAgreement = acceptAgreement;
        this.sayings = sayings;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            Model model,
            Locale reader) {
        return fill(who, number, model, reader);
    }

    @PostMapping
    String accept(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @RequestParam int version,
            @RequestParam String sm3,
            @RequestParam(defaultValue = "false") boolean agreed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale reader) {
        if (!agreed) {
            fill(who, number, model, reader);
            model.addAttribute(
                    "errors", sayings.one("agreed", "application.web.agreement.untouched", reader));
            response.setStatus(422);
            return PAGE;
        }
        return switch (acceptAgreement.accept(who, number, version, sm3, request.getRemoteAddr())) {
            case Outcome.Done<ApplicationView> _ ->
                    "redirect:" + Places.at(who, Places.application(number));
            case Outcome.Refused<ApplicationView>(var refusal) ->
                    pageErrors.show(refusal, model, response, fill(who, number, model, reader));
        };
    }

    private String fill(Actor who, CaseNumber number, Model model, Locale reader) {
        var agreement = Answers.valueOf(readAgreement.read(who, number));
        model.addAttribute("number", number);
        model.addAttribute("cases", Places.cases(who));
        model.addAttribute("onPaper", who instanceof Actor.Operator);
        model.addAttribute("agreement", agreement);
        model.addAttribute("agreementTitle", agreement.title().in(reader));
        model.addAttribute("agreementText", agreement.text().in(reader));
        return PAGE;
    }
}
