package org.yinxin.hall.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
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
import org.yinxin.hall.application.BankCheckTask;
import org.yinxin.hall.application.ProveAccount;
import org.yinxin.hall.identification.TypedAccount;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;

/** 对公账户验证: an account is given, a small amount sent there, and the digits of its memo typed. */
@Controller
@RequestMapping("/applications/{number}/bank-check/{gate}")
class BankCheckPage {

    private static final String PAGE = "identification/web/bank-check";
    private static final TypedAccount NONE = new TypedAccount("", "", "");

    private final ProveAccount proveAccount;
    private final PageErrors pageErrors;

    BankCheckPage(ProveAccount proveAccount, PageErrors pageErrors) {
        this.proveAccount = proveAccount;
        this.pageErrors = pageErrors;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            Model model,
            Locale reader) {
        return fill(who, number, gate, NONE, model, reader);
    }

    @PostMapping
    String send(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            @RequestParam(defaultValue = "") String accountName,
            @RequestParam(defaultValue = "") String accountNumber,
            @RequestParam(defaultValue = "") String bank,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        TypedAccount typed = new TypedAccount(accountName, accountNumber, bank);
        return switch (proveAccount.send(who, number, gate, typed)) {
            case Outcome.Done<BankCheckTask> _ -> "redirect:" + Places.bankCheck(number, gate);
            case Outcome.Refused<BankCheckTask>(var refusal) ->
                    pageErrors.show(
                            refusal,
                            model,
                            response,
                            fill(who, number, gate, typed, model, reader));
        };
    }

    @PostMapping("/confirmation")
    String confirm(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable String gate,
            @RequestParam(defaultValue = "") String memo,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        return switch (proveAccount.confirm(who, number, gate, memo)) {
            case Outcome.Done<BankCheckTask> _ -> "redirect:" + Places.bankCheck(number, gate);
            case Outcome.Refused<BankCheckTask>(var refusal) ->
                    pageErrors.show(
                            refusal, model, response, fill(who, number, gate, NONE, model, reader));
        };
    }

    private String fill(
            Actor who,
            CaseNumber number,
            String gate,
            TypedAccount typed,
            Model model,
            Locale reader) {
        BankCheckTask task = Answers.valueOf(proveAccount.view(who, number, gate));
        model.addAttribute("task", task);
        model.addAttribute("stage", task.view().stage().name());
        model.addAttribute("title", task.title().in(reader));
        model.addAttribute("amount", BigDecimal.valueOf(task.view().amount().fen(), 2));
        model.addAttribute("typed", typed.equals(NONE) ? task.suggested() : typed);
        return PAGE;
    }
}
