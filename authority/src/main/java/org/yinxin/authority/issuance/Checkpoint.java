package org.yinxin.authority.issuance;

/** Called at each step; does nothing in production, and lets tests end the process there. */
@FunctionalInterface
interface Checkpoint {

    Checkpoint NONE = step -> {};

    void reached(Step step);
}
