package org.yinxin.hall.operator.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.access.IssuedToken;
import org.yinxin.hall.operator.SignInOperator;
import org.yinxin.hall.web.Answers;

@RestController
class StaffSignInApi {

    private final SignInOperator signIn;

    StaffSignInApi(SignInOperator signIn) {
        this.signIn = signIn;
    }

    @PostMapping("/api/v1/staff/sign-in")
    ResponseEntity<IssuedToken> signIn(
            @RequestBody PasswordEntered entered, HttpServletRequest request) {
        return Answers.of(
                signIn.with(
                        Objects.requireNonNullElse(entered.name(), ""),
                        Objects.requireNonNullElse(entered.password(), ""),
                        request.getRemoteAddr()));
    }

    /** What is sent to sign in. */
    record PasswordEntered(@Nullable String name, @Nullable String password) {

        @Override
        public String toString() {
            return "PasswordEntered";
        }
    }
}
