package org.yinxin.app.commandline;

/** Leaves the reading of a command line at the first thing that is wrong; never seen outside of this package. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Misuse(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
