package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;

/** What the layout of every page needs; also of the error page, which no controller fills. */
@Component
final class LayoutAttributes {

    static final String ERRORS = "errors";

    private final WebSettings settings;
    private final LocaleResolver locales;

    LayoutAttributes(WebSettings settings, LocaleResolver locales) {
        this.settings = settings;
        this.locales = locales;
    }

    Map<String, @Nullable Object> of(HttpServletRequest request, String path) {
        writeCsrfCookieWhileItIsNotTooLate(request);
        var attributes = new HashMap<String, @Nullable Object>();
        Actor actor = signedIn();
        attributes.put("actor", actor);
        attributes.put("signedInAs", label(actor));
        attributes.put("subscriber", actor != null && actor.has(Role.SUBSCRIBER));
        attributes.put("staff", actor instanceof Actor.Operator);
        attributes.put("roles", roles(actor));
        attributes.put("demonstration", settings.demonstration());
        attributes.put("keyAgent", settings.keyAgent());
        attributes.put("lang", Languages.tag(locales.resolveLocale(request)));
        attributes.put("path", path);
        attributes.put("zhUrl", inLanguage(request, path, "zh"));
        attributes.put("enUrl", inLanguage(request, path, "en"));
        attributes.put(ERRORS, ErrorSummary.NONE);
        return attributes;
    }

    /** The cookie is a header, and a long page may have begun to leave before its first form asks for the secret. */
    private static void writeCsrfCookieWhileItIsNotTooLate(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    private static @Nullable Actor signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }

    private static @Nullable String label(@Nullable Actor actor) {
        return switch (actor) {
            case Actor.Subscriber subscriber -> subscriber.maskedMobile();
            case Actor.Operator operator -> operator.name();
            case Actor.Hall _ -> null;
            case null -> null;
        };
    }

    private static Set<String> roles(@Nullable Actor actor) {
        return actor == null
                ? Set.of()
                : actor.roles().stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The same page in another language; only a page that can be read (GET) keeps its query. */
    private static String inLanguage(HttpServletRequest request, String path, String language) {
        var url = UriComponentsBuilder.fromPath(path);
        if ("GET".equals(request.getMethod())) {
            url.query(request.getQueryString());
        }
        return url.replaceQueryParam(Languages.PARAMETER, language).build().toUriString();
    }
}
