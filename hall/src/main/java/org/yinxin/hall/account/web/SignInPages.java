package org.yinxin.hall.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.hall.access.LocalPath;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.SendSignInCode;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

/** The first page of signing in: the number. */
@Controller
@RequestMapping("/sign-in")
class SignInPages {

    static final String HOME = "/applications";
    private static final String VIEW = "account/web/sign-in";

    private final SendSignInCode codes;
    private final MobileCookie mobiles;
    private final PageErrors errors;

    SignInPages(SendSignInCode codes, MobileCookie mobiles, PageErrors errors) {
        this.codes = codes;
        this.mobiles = mobiles;
        this.errors = errors;
    }

    @GetMapping
    String number(
            @AuthenticationPrincipal Actor.@Nullable Subscriber who,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        if (who != null) {
            return "redirect:" + LocalPath.orElse(then, HOME);
        }
        model.addAttribute("then", LocalPath.orElse(then, ""));
        return VIEW;
    }

    @PostMapping
    String send(
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(required = false) @Nullable String then,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        return switch (codes.send(mobile, request.getRemoteAddr(), locale)) {
            case Outcome.Done<?> _ -> {
                remember(mobile, request, response);
                keep(then, next);
                yield "redirect:/sign-in/code";
            }
            case Outcome.Refused<?>(Refusal refusal) -> {
                boolean justSent = refusal.code() == AccountError.CODE_JUST_SENT;
                if (justSent) {
                    remember(mobile, request, response);
                }
                model.addAttribute("justSent", justSent);
                model.addAttribute("mobile", mobile);
                model.addAttribute("then", LocalPath.orElse(then, ""));
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }

    private void remember(String typed, HttpServletRequest request, HttpServletResponse response) {
        MobileNumber.check(typed)
                .accepted()
                .ifPresent(mobile -> mobiles.give(request, response, mobile));
    }

    static void keep(@Nullable String then, RedirectAttributes next) {
        String path = LocalPath.orElse(then, "");
        if (!path.isEmpty()) {
            next.addAttribute("then", path);
        }
    }
}
