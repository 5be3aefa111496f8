package org.yinxin.store.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What of the machine's memory the server keeps its pages in. */
final class Memory {

    /** PostgreSQL's own choice, enough for any machine. */
    private static final long LEAST = 128;

    /** What is beyond is better left to the file cache. */
    private static final long MOST = 2048;

    /** The Java VM has its own part, and so has the file cache. */
    private static final int SHARE = 8;

    private Memory() {}

    /** In MB; of what this program may use, where it is confined. */
    static long forPages() {
        long all =
                ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                        ? system.getTotalMemorySize() >> 20
                        : 0;
        return forPages(all);
    }

    /** Of so many MB. */
    static long forPages(long all) {
        return Math.clamp(all / SHARE, LEAST, MOST);
    }
}
