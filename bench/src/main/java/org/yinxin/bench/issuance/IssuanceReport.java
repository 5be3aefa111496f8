package org.yinxin.bench.issuance;

import java.io.PrintStream;
import java.util.Locale;

/**
 * The figures of one run, for people or for a program.
 *
 * @param cpuSeconds what the hall, the clients in it and the database computed
 * @param limit pairs of signatures that one core makes in a second with the same library
 */
record IssuanceReport(
        IssuanceWords words, BenchIssuance.Taken taken, double cpuSeconds, double limit) {

    private double perCore() {
        return taken.issued() / cpuSeconds;
    }

    private double milliseconds(double percentile) {
        return taken.microseconds().getValueAtPercentile(percentile) / 1000.0;
    }

    void print(PrintStream out) {
        out.println(words.json() ? json() : table());
    }

    private String table() {
        return String.format(
                Locale.ROOT,
                """
                SM2 pairs: two certificates, the key of the second from the pool, in its envelope
                %d clients in the same process, %d s; fsync and synchronous_commit on

                pairs a second           %,10.0f
                pairs a core and second  %,10.0f
                signatures alone (limit) %,10.0f
                of the limit             %10.3f
                p50 ms                   %10.1f
                p99 ms                   %10.1f
                CPU seconds              %10.1f
                failed                   %10d\
                """,
                words.clients(),
                words.seconds(),
                taken.issued() / taken.seconds(),
                perCore(),
                limit,
                perCore() / limit,
                milliseconds(50),
                milliseconds(99),
                cpuSeconds,
                taken.failed());
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"SM2 pairs\", \"clients\": %d, \"pairs_per_second\": %.0f, \"pairs_per_core_second\": %.0f, \"signature_pairs_per_core_second\": %.0f, \"ratio_to_limit\": %.3f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"cpu_seconds\": %.2f, \"failed\": %d}",
                words.clients(),
                taken.issued() / taken.seconds(),
                perCore(),
                limit,
                perCore() / limit,
                milliseconds(50),
                milliseconds(99),
                cpuSeconds,
                taken.failed());
    }
}
