package org.yinxin.hall.issuance;

/** Where a door fails: before it did anything, or after it did everything but answer. Each failure happens once. */
final class Crashes {

    /** The end of a process, as far as the caller can see. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("killed");
        }
    }

    private boolean before;
    private boolean after;

    void nextBefore() {
        before = true;
    }

    void nextAfter() {
        after = true;
    }

    void before() {
        if (before) {
            before = false;
            throw new Crash();
        }
    }

    void after() {
        if (after) {
            after = false;
            throw new Crash();
        }
    }
}
