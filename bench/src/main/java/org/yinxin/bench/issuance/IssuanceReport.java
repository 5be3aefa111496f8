package org.yinxin.bench.issuance;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run, for people or for a program.
 *
 * @param name what was ordered
 * @param many the same among many certificates, if that was asked for
 * @param signatures how many one core makes in a second by the same library
 * @param rehearsed seconds of orders before, which are not counted
 * @param peakMemory of this process, in MiB; 0 for unknown
 */
record IssuanceReport(
        String name,
        IssuanceWords words,
        Measured few,
        @Nullable Measured many,
        double signatures,
        int rehearsed,
        long peakMemory) {

    /** Orders that one core could answer if nothing but their signatures took time. */
    private double limit() {
        return words.ordersPairs() ? signatures / 2 : signatures;
    }

    void print(PrintStream out) {
        out.println(words.json() ? json() : table());
    }

    private String table() {
        return String.format(
                Locale.ROOT,
                """
                %s
                %d clients, %d s after %d that are not counted; fsync and synchronous_commit on

                orders a second              %,10.0f
                orders a core and second     %,10.0f
                signatures alone (limit)     %,10.0f
                of the limit                 %10.3f
                p50 ms                       %10.1f
                p99 ms                       %10.1f
                CPU seconds, JVM             %10.1f
                CPU seconds, PostgreSQL      %10.1f
                CPU seconds, clients         %10s
                peak memory of the JVM, MiB  %10d
                failed                       %10d\
                %s""",
                name,
                words.clients(),
                words.seconds(),
                rehearsed,
                few.perSecond(),
                few.perCore(),
                limit(),
                few.perCore() / limit(),
                few.taken().p50() / 1000.0,
                few.taken().p99() / 1000.0,
                few.effort().own(),
                few.effort().database(),
                words.est() ? String.format(Locale.ROOT, "%.1f", few.effort().clients()) : "in JVM",
                peakMemory,
                few.taken().failed(),
                many == null ? "" : among(many));
    }

    private String among(Measured many) {
        return String.format(
                Locale.ROOT,
                """

                among %,d certificates more:
                orders a core and second     %,10.0f
                of what it was before        %10.3f
                p99 ms                       %10.1f
                failed                       %10d\
                """,
                words.rows(),
                many.perCore(),
                many.perCore() / few.perCore(),
                many.taken().p99() / 1000.0,
                many.taken().failed());
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"clients\": %d, \"orders_per_second\": %.0f, \"orders_per_core_second\": %.0f, \"limit_per_core_second\": %.0f, \"ratio_to_limit\": %.3f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"jvm_cpu_seconds\": %.2f, \"database_cpu_seconds\": %.2f, \"client_cpu_seconds\": %.2f, \"peak_memory_mib\": %d, \"rehearsal_seconds\": %d, \"failed\": %d%s}",
                name,
                words.clients(),
                few.perSecond(),
                few.perCore(),
                limit(),
                few.perCore() / limit(),
                few.taken().p50() / 1000.0,
                few.taken().p99() / 1000.0,
                few.effort().own(),
                few.effort().database(),
                few.effort().clients(),
                peakMemory,
                rehearsed,
                few.taken().failed(),
                many == null ? "" : amongJson(many));
    }

    private String amongJson(Measured many) {
        return String.format(
                Locale.ROOT,
                ", \"rows\": %d, \"among_rows_orders_per_core_second\": %.0f, \"among_rows_ratio\": %.3f, \"among_rows_p99_ms\": %.3f, \"among_rows_failed\": %d",
                words.rows(),
                many.perCore(),
                many.perCore() / few.perCore(),
                many.taken().p99() / 1000.0,
                many.taken().failed());
    }
}
