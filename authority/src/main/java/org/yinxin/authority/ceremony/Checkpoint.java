package org.yinxin.authority.ceremony;

/** Called at each step; does nothing in production, and lets tests end a ceremony there. */
@FunctionalInterface
interface Checkpoint {

    /** The points between which a ceremony can die. */
    enum Step {
        KEYS_MADE,
        CERTIFICATES_SIGNED,
        AUTHORITIES_WRITTEN,
        JOURNAL_WRITTEN
    }

    Checkpoint NONE = step -> {};

    void reached(Step step);
}
