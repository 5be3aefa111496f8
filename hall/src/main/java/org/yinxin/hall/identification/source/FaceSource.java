package org.yinxin.hall.identification.source;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Compares the face in front of a telephone's camera with what the state has on file. It does so on the telephone and
 * at the source: no face data ever reaches the hall.
 */
public interface FaceSource {

    /** What a source offers when it is asked to compare. */
    sealed interface Offer {

        /** The person opens this on a telephone. */
        record Link(String reference, URI link, Instant expires) implements Offer {}

        /** It did not say; ask again under the same key. */
        record Unavailable(String reason) implements Offer {}
    }

    /** How a comparison stands. */
    sealed interface Standing {

        /** The person has not looked yet. */
        record Waiting() implements Standing {}

        /** It was done. */
        record Compared(Answer.Found answer) implements Standing {}

        /** Nobody looked in time. */
        record Expired() implements Standing {}

        /** The source did not say. */
        record Unavailable(String reason) implements Standing {}
    }

    /** What to make of a call-back. */
    sealed interface Reading {

        /** It is the source's. */
        record Told(UUID key, String reference, Standing standing) implements Reading {}

        /**
         * It is not the source's, or too old, or cannot be read.
         *
         * @param reason a fixed word; nothing of the message itself
         */
        record Forged(String reason) implements Reading {}
    }

    Offer offer(UUID key, Question.Face question);

    Standing ask(String reference);

    /** Checks a call-back. */
    Reading read(String stamp, String signature, String body);
}
