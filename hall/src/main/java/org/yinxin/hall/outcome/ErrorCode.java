package org.yinxin.hall.outcome;

/**
 * A stable refusal. Each package has one enum of its own that implements this; numbers are unique over the whole
 * hall (a test says so) and never reused.
 */
public interface ErrorCode {

    /** Unique; the first two of four digits are the package's. */
    int number();

    /** What kind of refusal it is; decides the HTTP status at the edge and nothing else. */
    Kind kind();

    /** The enum constant's name. */
    String name();

    /** The key of the sentence that tells the user what happened and what to do. */
    default String messageKey() {
        return "error." + number();
    }

    /** Kinds of refusals, each with the HTTP status it has at the edge. */
    enum Kind {
        INVALID(422),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
