package org.yinxin.hall.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.privacy.UnreadableColumnException;

/**
 * Carries the number from the first page of signing in to the second without a session and without putting it into an
 * address: sealed, so that neither a log nor whoever uses the computer next can read it.
 */
@Component
class MobileCookie {

    private static final String NAME = "yinxin-mobile";
    private static final Duration LIVES = Duration.ofMinutes(15);

    private final ColumnCipher cipher;

    MobileCookie(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    void give(HttpServletRequest request, HttpServletResponse response, MobileNumber mobile) {
        String sealed =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.seal(mobile.value()));
        add(request, response, sealed, LIVES);
    }

    void take(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    Optional<MobileNumber> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] sealed =
                    Base64.getUrlDecoder()
                            .decode(cookie.getValue().getBytes(StandardCharsets.US_ASCII));
            return MobileNumber.check(cipher.open(sealed)).accepted();
        } catch (IllegalArgumentException | UnreadableColumnException e) {
            // Not ours or no longer ours: as if it were not there.
            return Optional.empty();
        }
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            Duration lives) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/sign-in")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(lives)
                        .build()
                        .toString());
    }
}
