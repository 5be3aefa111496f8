package org.yinxin.hall.operator.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.LocalPath;
import org.yinxin.hall.access.TokenCookie;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.operator.SignInOperator;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

@Controller
@RequestMapping("/staff/sign-in")
class StaffSignInPages {

    private static final String VIEW = "operator/web/sign-in";
    private static final String HOME = "/staff";

    private final SignInOperator signIn;
    private final PageErrors errors;

    StaffSignInPages(SignInOperator signIn, PageErrors errors) {
        this.signIn = signIn;
        this.errors = errors;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Actor.@Nullable Operator who,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        if (who != null) {
            return "redirect:" + LocalPath.orElse(then, HOME);
        }
        model.addAttribute("then", LocalPath.orElse(then, ""));
        return VIEW;
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.with(name, password, request.getRemoteAddr())) {
            case Outcome.Done<IssuedToken>(IssuedToken token) -> {
                TokenCookie.give(request, response, token);
                yield "redirect:" + LocalPath.orElse(then, HOME);
            }
            case Outcome.Refused<IssuedToken>(Refusal refusal) -> {
                model.addAttribute("typedName", name);
                model.addAttribute("then", LocalPath.orElse(then, ""));
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }
}
