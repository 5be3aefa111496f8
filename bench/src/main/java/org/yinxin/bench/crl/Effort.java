package org.yinxin.bench.crl;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What some work took.
 *
 * @param seconds by the clock on the wall
 * @param ownSeconds what this Java VM computed meanwhile
 * @param databaseSeconds what the database server and its processes computed meanwhile
 * @param heapGrowth in MiB: the highest that each part of the heap came to, garbage included, above what it held before
 */
record Effort(double seconds, double ownSeconds, double databaseSeconds, double heapGrowth) {

    private static final double MIB = 1 << 20;

    /** Something that takes effort. */
    @FunctionalInterface
    interface Work {
        void carryOut() throws IOException;
    }

    /**
     * Carries it out.
     *
     * @param database the process of the database server
     */
    static Effort of(long database, Work work) throws IOException {
        List<MemoryPoolMXBean> heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        ManagementFactory.getMemoryMXBean().gc();
        double before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        double own = own();
        double others = tree(database);
        long begin = System.nanoTime();
        work.carryOut();
        long end = System.nanoTime();
        double highest = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Effort(
                (end - begin) / 1e9,
                own() - own,
                tree(database) - others,
                Math.max(0, highest - before) / MIB);
    }

    private static double own() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / 1e9;
    }

    private static double tree(long pid) {
        return ProcessHandle.of(pid).stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }
}
