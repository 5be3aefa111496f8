package org.yinxin.hall.archive.pdf;

/** How the process ended that was to read a document. */
sealed interface Ending {

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answered(byte[] answer) implements Ending {}

    /** The document could not be read. */
    record Broken() implements Ending {}

    /** It took more memory or time than it was given. */
    record Exhausted() implements Ending {}
}
