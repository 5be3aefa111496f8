package org.yinxin.hall.operator.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.TokenCookie;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.operator.ChangePassword;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

@Controller
@RequestMapping("/staff/password")
class PasswordPages {

    private static final String VIEW = "operator/web/password";

    private final ChangePassword passwords;
    private final PageErrors errors;

    PasswordPages(ChangePassword passwords, PageErrors errors) {
        this.passwords = passwords;
        this.errors = errors;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(defaultValue = "false") boolean changed,
            Model model) {
        model.addAttribute("due", passwords.isDue(who));
        model.addAttribute("changed", changed);
        return VIEW;
    }

    /** What was typed is not shown again: a password never travels back. */
    @PostMapping
    String change(
            @AuthenticationPrincipal Actor.Operator who,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (passwords.change(who, old, fresh, repeated)) {
            case Outcome.Done<IssuedToken>(IssuedToken token) -> {
                TokenCookie.give(request, response, token);
                yield "redirect:/staff/password?changed=true";
            }
            case Outcome.Refused<IssuedToken>(Refusal refusal) -> {
                model.addAttribute("due", passwords.isDue(who));
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }
}
