package org.yinxin.hall.archive.picture;

/** What an inspection found. */
public sealed interface Finding {

    /**
     * A whole picture and nothing else.
     *
     * @param kind one of JPEG, PNG, BMP
     * @param width in pixels as shown upright
     * @param height in pixels as shown upright
     */
    record Sound(FileKind kind, int width, int height) implements Finding {}

    /** No picture of the three formats. */
    record SomethingElse(FileKind kind) implements Finding {}

    /** More pixels than anybody scans: it would fill the memory of whoever decodes it. */
    record TooManyPixels(int width, int height) implements Finding {}

    /** Cut off or broken. */
    record Damaged() implements Finding {}

    /** A picture that is another kind of file at the same time, or has one hidden in it or after it. */
    record CarriesSomethingElse() implements Finding {}
}
