package org.yinxin.bench.fuzz;

/** An answer that may never be given. */
final class Crash extends Exception {

    private static final long serialVersionUID = 1;

    Crash(String sentence) {
        super(sentence);
    }
}
