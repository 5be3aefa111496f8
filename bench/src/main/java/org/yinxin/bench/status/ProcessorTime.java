package org.yinxin.bench.status;

import java.time.Duration;
import java.util.stream.Stream;

/** What processes have computed. */
final class ProcessorTime {

    private ProcessorTime() {}

    /** Of a process and all that it has started and that still run, in seconds. */
    static double ofTree(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> sum(Stream.concat(Stream.of(root), root.descendants())))
                .orElse(0.0);
    }

    /** Of one process alone, in seconds. */
    static double of(long pid) {
        return ProcessHandle.of(pid).map(one -> sum(Stream.of(one))).orElse(0.0);
    }

    private static double sum(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(each -> each.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }
}
