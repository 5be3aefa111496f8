package org.yinxin.hall.web;

import org.yinxin.hall.outcome.ErrorCode;

/** Refusals of the edge itself, before or beside any use case. */
public enum WebError implements ErrorCode {
    /** Something broke that should not; the reader gets an incident number, the log the reason. */
    UNEXPECTED(2900, Kind.UNAVAILABLE, 500),
    MALFORMED_REQUEST(2901, Kind.INVALID, 400),
    NOT_FOUND(2902, Kind.NOT_FOUND, 404),
    METHOD_NOT_ALLOWED(2903, Kind.INVALID, 405),
    TOO_LARGE(2904, Kind.TOO_LARGE, 413),
    UNSUPPORTED_MEDIA_TYPE(2905, Kind.INVALID, 415),
    NOT_ACCEPTABLE(2906, Kind.INVALID, 406),
    SIGN_IN_REQUIRED(2907, Kind.UNAUTHENTICATED, 401),
    FORBIDDEN(2908, Kind.FORBIDDEN, 403),
    /** The form came without the secret that only our own pages know, or the page was open for too long. */
    FORM_NOT_OURS(2909, Kind.FORBIDDEN, 403),
    TOO_MANY(2910, Kind.TOO_MANY, 429);

    private final int number;
    private final Kind kind;
    private final int status;

    WebError(int number, Kind kind, int status) {
        this.number = number;
        this.kind = kind;
        this.status = status;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The HTTP status, which the edge knows more exactly than a kind can say. */
    int status() {
        return status;
    }

    /** The status under which any refusal leaves the hall. */
    static int statusOf(ErrorCode code) {
        return code instanceof WebError own ? own.status() : code.kind().status();
    }

    /** What a bare HTTP status means in our words. */
    static WebError ofStatus(int status) {
        return switch (status) {
            case 401 -> SIGN_IN_REQUIRED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : UNEXPECTED;
        };
    }
}
