package org.yinxin.hall.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which of the two faces of the hall a request came to; decides how a refusal looks.
 *
 * @param path the path that was asked for, also inside an error dispatch
 */
record Surface(String path) {

    static Surface of(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new Surface(original instanceof String uri ? uri : request.getRequestURI());
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }
}
