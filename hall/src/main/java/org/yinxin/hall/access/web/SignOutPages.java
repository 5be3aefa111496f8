package org.yinxin.hall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yinxin.hall.access.SignOut;
import org.yinxin.hall.access.StaffHome;
import org.yinxin.hall.access.TokenCookie;
import org.yinxin.hall.actor.Actor;

@Controller
class SignOutPages {

    private final SignOut signOut;

    SignOutPages(SignOut signOut) {
        this.signOut = signOut;
    }

    @PostMapping("/sign-out")
    String signOut(
            @AuthenticationPrincipal @Nullable Actor who,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = TokenCookie.read(request);
        if (who != null && token != null) {
            signOut.end(who, token);
        }
        TokenCookie.take(request, response);
        return who instanceof Actor.Operator ? "redirect:/staff/sign-in" : "redirect:/";
    }

    /** The first room that this person works in. */
    @GetMapping("/staff")
    String staff(@AuthenticationPrincipal Actor.Operator who) {
        return "redirect:" + StaffHome.of(who);
    }
}
