package org.yinxin.hall.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.yinxin.hall.outcome.Refusal;

/**
 * The outermost edge. What the framework refuses gets our words; what nobody expected gets an incident number. Nothing
 * of an exception's text ever reaches the reader.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class EdgeAdvice {

    private final EdgeAnswers answers;
    private final Incidents incidents;

    EdgeAdvice(EdgeAnswers answers, Incidents incidents) {
        this.answers = answers;
        this.incidents = incidents;
    }

    @ExceptionHandler(RefusedException.class)
    Object refused(RefusedException refused, HttpServletRequest request) {
        return answers.answer(refused.refusal(), null, request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return refuse(WebError.TOO_LARGE, request);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        TypeMismatchException.class,
        MultipartException.class
    })
    Object malformed(HttpServletRequest request) {
        return refuse(WebError.MALFORMED_REQUEST, request);
    }

    @ExceptionHandler(AuthenticationException.class)
    Object signInRequired(HttpServletRequest request) {
        return refuse(WebError.SIGN_IN_REQUIRED, request);
    }

    @ExceptionHandler(AccessDeniedException.class)
    Object forbidden(HttpServletRequest request) {
        return refuse(WebError.FORBIDDEN, request);
    }

    /** The reader went away while we were writing; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void readerLeft() {}

    @ExceptionHandler(Exception.class)
    Object unknown(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return refuse(WebError.ofStatus(known.getStatusCode().value()), request);
        }
        String incident = incidents.report(request.getMethod(), Surface.of(request).path(), fault);
        return answers.answer(new Refusal(WebError.UNEXPECTED), incident, request);
    }

    private Object refuse(WebError code, HttpServletRequest request) {
        return answers.answer(new Refusal(code), null, request);
    }
}
