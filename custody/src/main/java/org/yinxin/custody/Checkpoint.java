package org.yinxin.custody;

/** Called at each step; does nothing in production, and lets tests end the process there. */
@FunctionalInterface
interface Checkpoint {

    Checkpoint NONE = _ -> {};

    void reached(Step step);
}
