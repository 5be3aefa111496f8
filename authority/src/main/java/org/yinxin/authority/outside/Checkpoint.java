package org.yinxin.authority.outside;

/** Called at each step; does nothing in production, and lets tests end the process there. */
@FunctionalInterface
interface Checkpoint {

    Checkpoint NONE = step -> {};

    void reached(Step step);
}
