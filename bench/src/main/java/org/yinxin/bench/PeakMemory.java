package org.yinxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most that a process has had in memory (its resident set). */
public final class PeakMemory {

    private PeakMemory() {}

    /** In MiB; 0 where the system does not say. */
    public static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of this Java VM. */
    public static long ofThis() {
        return of(ProcessHandle.current().pid());
    }
}
