package org.yinxin.hall.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.access.LocalPath;
import org.yinxin.hall.access.TokenCookie;
import org.yinxin.hall.account.SendSignInCode;
import org.yinxin.hall.account.SignIn;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.TestMessages;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.PageErrors;

/** The second page of signing in: the code. */
@Controller
@RequestMapping("/sign-in/code")
class SignInCodePages {

    private static final String VIEW = "account/web/code";
    private static final String START = "redirect:/sign-in";

    private final SendSignInCode codes;
    private final SignIn signIn;
    private final MobileCookie mobiles;
    private final PageErrors errors;
    private final ObjectProvider<TestMessages> testMessages;

    SignInCodePages(
            SendSignInCode codes,
            SignIn signIn,
            MobileCookie mobiles,
            PageErrors errors,
            ObjectProvider<TestMessages> testMessages) {
        this.codes = codes;
        this.signIn = signIn;
        this.mobiles = mobiles;
        this.errors = errors;
        this.testMessages = testMessages;
    }

    @GetMapping
    String code(
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            Model model) {
        Optional<MobileNumber> mobile = mobiles.read(request);
        if (mobile.isEmpty()) {
            return START;
        }
        fill(model, mobile.get(), then);
        return VIEW;
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<MobileNumber> mobile = mobiles.read(request);
        if (mobile.isEmpty()) {
            return START;
        }
        return switch (signIn.with(mobile.get().value(), code, request.getRemoteAddr())) {
            case Outcome.Done<IssuedToken>(IssuedToken token) -> {
                TokenCookie.give(request, response, token);
                mobiles.take(request, response);
                yield "redirect:" + LocalPath.orElse(then, SignInPages.HOME);
            }
            case Outcome.Refused<IssuedToken>(Refusal refusal) -> {
                fill(model, mobile.get(), then);
                model.addAttribute("typed", code);
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }

    @PostMapping("/again")
    String again(
            @RequestParam(required = false) @Nullable String then,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Optional<MobileNumber> mobile = mobiles.read(request);
        if (mobile.isEmpty()) {
            return START;
        }
        return switch (codes.send(mobile.get().value(), request.getRemoteAddr(), locale)) {
            case Outcome.Done<?> _ -> {
                SignInPages.keep(then, next);
                yield "redirect:/sign-in/code";
            }
            case Outcome.Refused<?>(Refusal refusal) -> {
                fill(model, mobile.get(), then);
                yield errors.show(refusal, model, response, VIEW);
            }
        };
    }

    /** The newest test message, fetched by the page again and again, since it arrives a moment after the page. */
    @GetMapping("/test-message")
    String testMessage(HttpServletRequest request, Model model) {
        mobiles.read(request).ifPresent(mobile -> fill(model, mobile, null));
        return VIEW + " :: test-message";
    }

    private void fill(Model model, MobileNumber mobile, @Nullable String then) {
        model.addAttribute("masked", mobile.masked());
        model.addAttribute("then", LocalPath.orElse(then, ""));
        TestMessages caught = testMessages.getIfAvailable();
        List<TestMessages.TestMessage> messages = caught == null ? List.of() : caught.to(mobile);
        model.addAttribute("tested", caught != null);
        model.addAttribute("testMessage", messages.isEmpty() ? null : messages.getFirst());
    }
}
