package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chinese first, English second: {@code ?lang=}, then the cookie, then for programs Accept-Language, then Chinese. A
 * browser's own preference does not count for pages, because the hall's first language is Chinese and the other is one
 * link away.
 */
final class Languages implements LocaleResolver {

    static final String PARAMETER = "lang";
    private static final String COOKIE = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale asked = supported(request.getParameter(PARAMETER));
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        Locale kept = cookie == null ? null : supported(cookie.getValue());
        if (kept != null) {
            return kept;
        }
        return Surface.of(request).isApi() && prefersEnglish(request)
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, locale.getLanguage())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    static String tag(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : "zh-CN";
    }

    private static boolean prefersEnglish(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals("en");
    }

    static @Nullable Locale supported(@Nullable String language) {
        return switch (language) {
            case "zh", "zh-CN" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            case null, default -> null;
        };
    }
}
