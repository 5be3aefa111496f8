package org.yinxin.bench.issuance;

import java.io.PrintStream;
import java.util.Locale;

/**
 * The figures of one run, for people or for a program.
 *
 * @param name what was ordered
 * @param effort what was computed meanwhile
 * @param signatures how many one core makes in a second by the same library
 */
record IssuanceReport(
        String name, IssuanceWords words, Taken taken, Effort effort, double signatures) {

    private double perSecond() {
        return taken.issued() / taken.seconds();
    }

    private double perCore() {
        return taken.issued() / effort.served();
    }

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
                %d clients, %d s; fsync and synchronous_commit on

                orders a second              %,10.0f
                orders a core and second     %,10.0f
                signatures alone (limit)     %,10.0f
                of the limit                 %10.3f
                p50 ms                       %10.1f
                p99 ms                       %10.1f
                CPU seconds, JVM             %10.1f
                CPU seconds, PostgreSQL      %10.1f
                CPU seconds, clients         %10s
                failed                       %10d\
                """,
                name,
                words.clients(),
                words.seconds(),
                perSecond(),
                perCore(),
                limit(),
                perCore() / limit(),
                taken.p50() / 1000.0,
                taken.p99() / 1000.0,
                effort.own(),
                effort.database(),
                words.est() ? String.format(Locale.ROOT, "%.1f", effort.clients()) : "in JVM",
                taken.failed());
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"clients\": %d, \"orders_per_second\": %.0f, \"orders_per_core_second\": %.0f, \"limit_per_core_second\": %.0f, \"ratio_to_limit\": %.3f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"jvm_cpu_seconds\": %.2f, \"database_cpu_seconds\": %.2f, \"client_cpu_seconds\": %.2f, \"failed\": %d}",
                name,
                words.clients(),
                perSecond(),
                perCore(),
                limit(),
                perCore() / limit(),
                taken.p50() / 1000.0,
                taken.p99() / 1000.0,
                effort.own(),
                effort.database(),
                effort.clients(),
                taken.failed());
    }
}
