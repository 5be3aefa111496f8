package org.yinxin.app.walk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Times the steps and tells them. */
final class Steps {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private int count;

    Steps(PrintStream out) {
        this.out = out;
    }

    /** The steps that follow belong to this. */
    void begin(String what) {
        out.printf("    %s%n", what);
    }

    <T> T take(String name, Supplier<T> step) {
        count++;
        long before = System.nanoTime();
        T result;
        try {
            result = step.get();
        } catch (StepFailed failed) {
            throw failed.at(name);
        }
        tell(name, before);
        return result;
    }

    void take(String name, Runnable step) {
        take(
                name,
                () -> {
                    step.run();
                    return true;
                });
    }

    void failed(StepFailed failed) {
        out.printf("%2d  %-32s failed%n    %s%n", count, failed.step(), failed.getMessage());
    }

    void arrived(String number, Path folder) {
        out.printf(
                "    %s is done in %.1f s; what was issued is in %s%n",
                number, millisecondsSince(start) / 1000.0, folder);
    }

    private void tell(String name, long before) {
        out.printf("%2d  %-32s %6d ms%n", count, name, millisecondsSince(before));
    }

    private static long millisecondsSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
