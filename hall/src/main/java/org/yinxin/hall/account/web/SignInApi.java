package org.yinxin.hall.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.account.SendSignInCode;
import org.yinxin.hall.account.SentCode;
import org.yinxin.hall.account.SignIn;
import org.yinxin.hall.web.Answers;

@RestController
@RequestMapping("/api/v1/sign-in")
class SignInApi {

    private final SendSignInCode codes;
    private final SignIn signIn;

    SignInApi(SendSignInCode codes, SignIn signIn) {
        this.codes = codes;
        this.signIn = signIn;
    }

    @PostMapping("/codes")
    ResponseEntity<SentCode> send(
            @RequestBody CodeWanted wanted, Locale locale, HttpServletRequest request) {
        return Answers.accepted(
                codes.send(
                        Objects.requireNonNullElse(wanted.mobile(), ""),
                        request.getRemoteAddr(),
                        locale));
    }

    @PostMapping
    ResponseEntity<IssuedToken> signIn(
            @RequestBody CodeEntered entered, HttpServletRequest request) {
        return Answers.of(
                signIn.with(
                        Objects.requireNonNullElse(entered.mobile(), ""),
                        Objects.requireNonNullElse(entered.code(), ""),
                        request.getRemoteAddr()));
    }

    /** What is sent to ask for a code. */
    record CodeWanted(@Nullable String mobile) {}

    /** What is sent to sign in. */
    record CodeEntered(@Nullable String mobile, @Nullable String code) {}
}
