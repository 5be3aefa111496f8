package org.yinxin.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** What processes have computed. */
public final class ProcessorTime {

    private ProcessorTime() {}

    /** Of a process and all that it has started and that still run, in seconds. */
    public static double ofTree(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> sum(Stream.concat(Stream.of(root), root.descendants())))
                .orElse(0.0);
    }

    /** Of one process alone, in seconds. */
    public static double of(long pid) {
        return ProcessHandle.of(pid).map(one -> sum(Stream.of(one))).orElse(0.0);
    }

    /** Of this Java VM, in seconds. */
    public static double ofThis() {
        return of(ProcessHandle.current().pid());
    }

    private static double sum(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(each -> each.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }
}
