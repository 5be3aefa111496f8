package org.yinxin.app;

/**
 * The program cannot start, or may not. The message is for the person who started it: one sentence each line, what is
 * wrong and what to do, without a stack trace.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Something in the surroundings is not as it must be. */
    public static final int FAILURE = 1;

    /** What was asked for makes no sense, or lacks something. */
    public static final int MISUSE = 2;

    private final int exitCode;

    public StartRefused(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public StartRefused(String sentence) {
        this(FAILURE, sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = FAILURE;
    }

    public int exitCode() {
        return exitCode;
    }
}
