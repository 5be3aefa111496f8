package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Keeps a language that was chosen by {@code ?lang=} for the next pages; anything that is no language is ignored. */
final class LanguageChoice implements HandlerInterceptor {

    private final LocaleResolver languages;

    LanguageChoice(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = Languages.supported(request.getParameter(Languages.PARAMETER));
        if (chosen != null) {
            languages.setLocale(request, response, chosen);
        }
        return true;
    }
}
