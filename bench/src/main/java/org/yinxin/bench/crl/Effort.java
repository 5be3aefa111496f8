package org.yinxin.bench.crl;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import org.yinxin.bench.ProcessorTime;

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
        double own = ProcessorTime.ofThis();
        double others = ProcessorTime.ofTree(database);
        long begin = System.nanoTime();
        work.carryOut();
        long end = System.nanoTime();
        double highest = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Effort(
                (end - begin) / 1e9,
                ProcessorTime.ofThis() - own,
                ProcessorTime.ofTree(database) - others,
                Math.max(0, highest - before) / MIB);
    }
}
