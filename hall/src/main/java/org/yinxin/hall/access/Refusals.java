package org.yinxin.hall.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.web.RefusedException;
import org.yinxin.hall.web.WebError;

/** How the doors say no: a problem document to programs; to people the way to the sign-in, or the error page. */
@Component
class Refusals {

    private final HandlerExceptionResolver edge;

    Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver edge) {
        this.edge = edge;
    }

    void signInToApi(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answer(request, response, WebError.SIGN_IN_REQUIRED);
    }

    void forbidApi(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException reason) {
        answer(request, response, of(reason));
    }

    void signInToPage(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        String way = request.getRequestURI().startsWith("/staff") ? "/staff/sign-in" : "/sign-in";
        String then = LocalPath.orElse(page(request), "");
        if (!then.isEmpty()) {
            way += "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
        }
        if (request.getHeader("HX-Request") != null) {
            // A fragment cannot show the sign-in page; htmx then loads it as a whole page.
            response.setHeader("HX-Redirect", way);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, way);
    }

    void forbidPage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        request.setAttribute(WebError.class.getName(), of(reason));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, WebError refused) {
        edge.resolveException(request, response, null, new RefusedException(new Refusal(refused)));
    }

    private static WebError of(AccessDeniedException reason) {
        return reason instanceof CsrfException ? WebError.FORM_NOT_OURS : WebError.FORBIDDEN;
    }

    /** The page to come back to: this one if it can be opened again, else the one its form was on. */
    private static @Nullable String page(HttpServletRequest request) {
        if ("GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null) {
            String query = request.getQueryString();
            return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return null;
        }
        try {
            URI page = URI.create(referer);
            return request.getServerName().equals(page.getHost()) ? page.getRawPath() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
