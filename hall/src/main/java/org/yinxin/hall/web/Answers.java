package org.yinxin.hall.web;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.yinxin.hall.outcome.Outcome;

/**
 * Turns the outcome of a use case into the answer of a controller. A refusal leaves as a problem document under
 * {@code /api/} and as the error page elsewhere.
 */
public final class Answers {

    private Answers() {}

    /** 200 with the value. */
    public static <T> ResponseEntity<T> of(Outcome<T> outcome) {
        return ResponseEntity.ok(valueOf(outcome));
    }

    /**
     * 200 with one page of a list.
     *
     * @param next the address of the next page, for the header {@code Link} (RFC 8288); null on the last
     */
    public static <T> ResponseEntity<T> page(T page, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    /** 201 with the value and where it can be read again. */
    public static <T> ResponseEntity<T> created(
            Outcome<T> outcome, Function<? super T, String> location) {
        T value = valueOf(outcome);
        return ResponseEntity.created(URI.create(location.apply(value))).body(value);
    }

    /** 202: it will be done. */
    public static <T> ResponseEntity<T> accepted(Outcome<T> outcome) {
        return ResponseEntity.accepted().body(valueOf(outcome));
    }

    /** 204: it was done and there is nothing to say. */
    public static ResponseEntity<Void> done(Outcome<?> outcome) {
        valueOf(outcome);
        return ResponseEntity.noContent().build();
    }

    /** The value itself, for controllers that need more than to hand it on. */
    public static <T> T valueOf(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
