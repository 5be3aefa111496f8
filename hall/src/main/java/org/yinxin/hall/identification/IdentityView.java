package org.yinxin.hall.identification;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.IdentityMethod;

/**
 * How a check stands, for the person it is about.
 *
 * @param attemptsLeft how often a source may still say no, or a code be wrong
 * @param method the method under way; null while none is
 * @param blockedUntil until when nothing can be tried; null unless that is so
 * @param code the code that was sent; null unless one waits
 * @param face what the telephone opens; null unless it is waited for
 * @param unknown whether it was passed although the source does not know the party, because the plan says so
 */
public record IdentityView(
        Stage stage,
        List<IdentityMethod> methods,
        int attemptsLeft,
        @Nullable IdentityMethod method,
        @Nullable Instant blockedUntil,
        @Nullable SentCode code,
        @Nullable Face face,
        boolean unknown) {

    /** Where it stands. */
    public enum Stage {
        /** A method is to be chosen. */
        OPEN,
        /** A code was sent and is to be typed. */
        CODE_SENT,
        /** A telephone is to look. */
        FACE_WAITING,
        /** The attempts are used up for now. */
        BLOCKED,
        PASSED,
        /** Something before it has to be done again first. */
        WITHDRAWN
    }

    /** Where a code was sent, masked, and until when it is good. */
    public record SentCode(String sentTo, Instant expires, Instant anotherFrom) {}

    /** What a telephone opens, and until when. */
    public record Face(URI link, Instant expires) {}
}
