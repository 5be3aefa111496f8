package org.yinxin.hall.identification.source;

/** What a source says. */
public sealed interface Answer {

    /**
     * It knows, or knows that it does not.
     *
     * @param reference the source's own number for its answer
     * @param digest SM3 of the answer as it came
     */
    record Found(Result result, String reference, String digest) implements Answer {}

    /**
     * It did not say; the same question may be asked again under the same key.
     *
     * @param reason for the log; without personal data
     */
    record Unavailable(String reason) implements Answer {}
}
