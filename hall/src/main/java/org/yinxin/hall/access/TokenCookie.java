package org.yinxin.hall.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** How a token travels: {@code Authorization: Bearer} for programs, a cookie that scripts cannot read for pages. */
public final class TokenCookie {

    static final String NAME = "yinxin";
    private static final String BEARER = "Bearer ";

    private TokenCookie() {}

    /** Hands the token to the browser until it is closed. */
    public static void give(
            HttpServletRequest request, HttpServletResponse response, IssuedToken token) {
        add(request, response, token.token(), null);
    }

    /** Takes it back. */
    public static void take(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    /** The token of this request; the header counts before the cookie. */
    public static @Nullable String read(HttpServletRequest request) {
        if (hasBearer(request)) {
            return request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
        }
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            @Nullable Duration maxAge) {
        var cookie =
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure());
        if (maxAge != null) {
            cookie.maxAge(maxAge);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
