package org.yinxin.hall.identification;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.IdentityMethod;

/**
 * One try that has not ended.
 *
 * @param id its number, under which a source is asked
 * @param question the keyed digest of what was asked
 * @param subject the keyed digest of what the form said when it was asked
 * @param reference the source's number; null while it has not answered
 * @param face where a telephone looks; null unless it is a face
 * @param code the code that was sent; null while none was
 */
record Try(
        UUID id,
        CheckKey check,
        IdentityMethod method,
        State state,
        String question,
        String subject,
        @Nullable String result,
        @Nullable String reference,
        @Nullable Link face,
        @Nullable Code code) {

    enum State {
        /** A source is to be asked, or was and did not answer. */
        INTENDED,
        /** A code is to be typed. */
        CODE,
        /** A telephone is to look. */
        FACE,
        PASSED,
        REFUSED,
        DROPPED
    }

    /** Where a telephone looks. */
    record Link(URI uri, Instant expires) {}

    /** A code that was sent. */
    record Code(String digest, Instant sentAt, Instant expires, String sentTo) {}
}
