package org.yinxin.hall.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yinxin.hall.outcome.Refusal;

/**
 * Answers what broke or was refused outside of any controller: in a filter, in the container, in the firewall. A filter
 * that knows more than a status leaves a {@link WebError} in the request attribute of that class's name.
 */
@Controller
final class LastResort implements ErrorController {

    private final EdgeAnswers answers;
    private final Incidents incidents;

    LastResort(EdgeAnswers answers, Incidents incidents) {
        this.answers = answers;
        this.incidents = incidents;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var code =
                request.getAttribute(WebError.class.getName()) instanceof WebError told
                        ? told
                        : WebError.ofStatus(status(request));
        return answers.answer(new Refusal(code), incident(code, request), request);
    }

    private static int status(HttpServletRequest request) {
        // Somebody who opens /error by hand finds no such page.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : 404;
    }

    private @Nullable String incident(WebError code, HttpServletRequest request) {
        if (code != WebError.UNEXPECTED) {
            return null;
        }
        Throwable fault =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                        ? thrown
                        : new IllegalStateException(
                                "status " + status(request) + " without an exception");
        return incidents.report(request.getMethod(), Surface.of(request).path(), fault);
    }
}
