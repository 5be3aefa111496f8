package org.yinxin.bench;

/** What is wrong with a command line, in a sentence. */
public final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Misuse(String sentence) {
        super(sentence);
    }

    /** For the person who typed it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
