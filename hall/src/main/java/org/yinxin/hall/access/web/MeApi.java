package org.yinxin.hall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.access.SignOut;
import org.yinxin.hall.access.TokenCookie;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;

@RestController
class MeApi {

    private final SignOut signOut;

    MeApi(SignOut signOut) {
        this.signOut = signOut;
    }

    @GetMapping("/api/v1/me")
    Me me(@AuthenticationPrincipal Actor who) {
        List<Role> roles = who.roles().stream().sorted().toList();
        return switch (who) {
            case Actor.Subscriber subscriber ->
                    new Me("SUBSCRIBER", subscriber.maskedMobile(), roles);
            case Actor.Operator operator -> new Me("OPERATOR", operator.name(), roles);
            case Actor.Hall hall -> new Me("HALL", hall.task(), roles);
        };
    }

    @DeleteMapping("/api/v1/sign-in")
    ResponseEntity<Void> signOut(@AuthenticationPrincipal Actor who, HttpServletRequest request) {
        String token = TokenCookie.read(request);
        if (token != null) {
            signOut.end(who, token);
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * Who is signed in.
     *
     * @param kind {@code SUBSCRIBER} or {@code OPERATOR}
     * @param label the masked mobile number, or the name that colleagues see
     */
    record Me(String kind, String label, List<Role> roles) {}
}
