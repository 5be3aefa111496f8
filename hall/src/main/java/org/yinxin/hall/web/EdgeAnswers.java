package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.yinxin.hall.outcome.Refusal;

/** Writes one refusal for either face of the hall: a problem document under {@code /api/}, the error page elsewhere. */
@Component
final class EdgeAnswers {

    private final RefusalWords words;
    private final LayoutAttributes layout;
    private final LocaleResolver locales;

    EdgeAnswers(RefusalWords words, LayoutAttributes layout, LocaleResolver locales) {
        this.words = words;
        this.layout = layout;
        this.locales = locales;
    }

    Object answer(Refusal refusal, @Nullable String incident, HttpServletRequest request) {
        var surface = Surface.of(request);
        return surface.isApi()
                ? problem(refusal, incident, locales.resolveLocale(request))
                : page(refusal, incident, request, surface.path());
    }

    ResponseEntity<ProblemDocument> problem(
            Refusal refusal, @Nullable String incident, Locale locale) {
        var code = refusal.code();
        int status = WebError.statusOf(code);
        var document =
                new ProblemDocument(
                        "urn:yinxin:error:" + code.number(),
                        code.name(),
                        status,
                        words.sentence(refusal, locale),
                        code.number(),
                        words.fields(refusal, locale),
                        incident);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    private ModelAndView page(
            Refusal refusal, @Nullable String incident, HttpServletRequest request, String path) {
        var locale = locales.resolveLocale(request);
        int status = WebError.statusOf(refusal.code());
        var page = new ModelAndView("web/error");
        page.addAllObjects(layout.of(request, path));
        page.addObject("status", status);
        page.addObject("sentence", words.sentence(refusal, locale));
        page.addObject("advice", words.say(adviceFor(status), List.of(), locale));
        page.addObject("reference", refusal.code().number());
        page.addObject("incident", incident);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private static String adviceFor(int status) {
        return switch (status) {
            case 401, 403 -> "web.error.advice.access";
            case 404 -> "web.error.advice.lost";
            case 409 -> "web.error.advice.changed";
            case 429, 503 -> "web.error.advice.later";
            default -> status >= 500 ? "web.error.advice.fault" : "web.error.advice.back";
        };
    }
}
