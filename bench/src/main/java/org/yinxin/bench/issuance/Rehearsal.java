package org.yinxin.bench.issuance;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Orders that nobody counts, until the Java VM has compiled what it runs. At first that takes a third of its time, and over HTTP a
 * minute goes by before it is little.
 */
final class Rehearsal {

    private static final int LONGEST_SECONDS = 180;
    private static final int SLICE_SECONDS = 10;

    /** Of the time; by then only what runs seldom is compiled. */
    private static final double LITTLE = 0.05;

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final Load load;
    private final int perSecond;

    /**
     * Makes one that has not begun.
     *
     * @param perSecond more than are issued in a second
     */
    Rehearsal(Load load, int perSecond) {
        this.load = load;
        this.perSecond = perSecond;
    }

    /** For how long one lasts at most, before so many measured seconds: those who try out the bench need not wait for long. */
    static int longest(int measured) {
        return Math.min(LONGEST_SECONDS, measured * measured);
    }

    /** Answers how many seconds it took. */
    int run(int longest) {
        int slice = Math.min(SLICE_SECONDS, Math.max(1, longest / 4));
        int taken = 0;
        double compiled = 1;
        while (taken < longest && compiled > LITTLE) {
            load.bring(slice * perSecond);
            long before = compiler.getTotalCompilationTime();
            load.during(slice);
            compiled = (compiler.getTotalCompilationTime() - before) / 1000.0 / slice;
            taken += slice;
        }
        return taken;
    }
}
