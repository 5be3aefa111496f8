package org.yinxin.hall.revocation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.revocation.ReadEndings;
import org.yinxin.hall.revocation.ReportLoss;
import org.yinxin.hall.revocation.SendLossCode;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 挂失: two forms on one page, one to get the code and one to use it. */
@Controller
@RequestMapping("/certificates/{serial:[0-9a-f]+}/loss")
class LossPages {

    private static final String VIEW = "revocation/web/loss";

    private final SendLossCode sendCode;
    private final ReportLoss report;
    private final ReadEndings endings;
    private final PageErrors errors;

    LossPages(SendLossCode sendCode, ReportLoss report, ReadEndings endings, PageErrors errors) {
        this.sendCode = sendCode;
        this.report = report;
        this.endings = endings;
        this.errors = errors;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String serial,
            @RequestParam(defaultValue = "false") boolean sent,
            Model model) {
        return fill(who, serial, sent, model);
    }

    @PostMapping("/codes")
    String sendCode(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String serial,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return switch (sendCode.send(who, serial, locale)) {
            case Outcome.Done<?> _ -> "redirect:/certificates/" + serial + "/loss?sent=true";
            case Outcome.Refused<?>(Refusal refusal) -> {
                boolean justSent = refusal.code() == AccountError.CODE_JUST_SENT;
                fill(who, serial, justSent, model);
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }

    @PostMapping
    String report(
            @AuthenticationPrincipal Actor.Subscriber who,
            @PathVariable String serial,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        return switch (report.report(who, serial, code)) {
            case Outcome.Done<?> _ -> "redirect:/certificates/" + serial + "/loss";
            case Outcome.Refused<?>(Refusal refusal) -> {
                fill(who, serial, true, model);
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }

    private String fill(Actor.Subscriber who, String serial, boolean sent, Model model) {
        List<ChangeAnswer> changes =
                Answers.valueOf(endings.of(who, serial)).stream().map(ChangeAnswer::of).toList();
        model.addAttribute("serial", serial);
        model.addAttribute("masked", who.maskedMobile());
        model.addAttribute("sent", sent);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "last",
                changes.stream()
                        .filter(one -> !one.state().equals("REFUSED"))
                        .findFirst()
                        .orElse(null));
        return VIEW;
    }
}
