package org.yinxin.bench.status;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The figures of one run, for people or for a program. */
final class OcspReport {

    /**
     * One figure.
     *
     * @param ahead whether the answers were signed before anybody asked
     * @param serverSeconds what the server and its database computed
     * @param clientSeconds what the clients computed; they share the machine
     * @param peakMemory of the server, in MiB; 0 for unknown
     */
    record Line(
            String name,
            boolean ahead,
            Asking.Taken taken,
            double serverSeconds,
            double clientSeconds,
            long peakMemory) {

        double perCore() {
            return taken.answered() / serverSeconds;
        }
    }

    private final OcspWords words;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Line peer;
    private @Nullable Line peerAhead;
    private double signatures;

    OcspReport(OcspWords words) {
        this.words = words;
    }

    void add(Line line) {
        lines.add(line);
    }

    /** Somebody else's responder that signs each answer. */
    void peer(Line line) {
        peer = line;
        lines.add(line);
    }

    /** Somebody else's that hands out what was signed ahead. */
    void peerAhead(Line line) {
        peerAhead = line;
        lines.add(line);
    }

    private @Nullable Line peerOf(Line line) {
        return line.ahead() ? peerAhead : peer;
    }

    private String ratioToPeer(Line line, String format, String without) {
        Line other = peerOf(line);
        return other == null
                ? without
                : String.format(Locale.ROOT, format, line.perCore() / other.perCore());
    }

    /**
     * The limit of everything that is signed live.
     *
     * @param perCore signatures that one core makes in a second with the same library
     */
    void signatures(double perCore) {
        signatures = perCore;
    }

    /** Prints, and answers whether every question was answered. */
    boolean print(PrintStream out) {
        if (words.json()) {
            out.println(json());
        } else {
            table(out);
        }
        return lines.stream().allMatch(line -> line.taken().failed() == 0);
    }

    private void table(PrintStream out) {
        out.printf(
                "%s; %,d certificates on record, 1 in %d revoked; %d connections; %d s each%n%n",
                words.algorithm(),
                words.rows(),
                StatusSite.REVOKED_EACH,
                words.clients(),
                words.seconds());
        out.printf(
                "%-28s %9s %12s %9s %9s %8s %8s %7s %7s %8s%n",
                "",
                "answers/s",
                "per core/s",
                "of limit",
                "of peer",
                "p50 ms",
                "p99 ms",
                "server",
                "client",
                "MiB");
        out.printf(Locale.ROOT, "%-28s %9s %,12.0f%n", "signatures alone (limit)", "", signatures);
        for (Line line : lines) {
            Histogram latency = line.taken().microseconds();
            out.printf(
                    Locale.ROOT,
                    "%-28s %,9.0f %,12.0f %9.2f %9s %8.2f %8.2f %6.1fs %6.1fs %8d%s%n",
                    line.name(),
                    line.taken().answered() / line.taken().seconds(),
                    line.perCore(),
                    line.perCore() / signatures,
                    ratioToPeer(line, "%.2f", "-"),
                    latency.getValueAtPercentile(50) / 1000.0,
                    latency.getValueAtPercentile(99) / 1000.0,
                    line.serverSeconds(),
                    line.clientSeconds(),
                    line.peakMemory(),
                    line.taken().failed() == 0 ? "" : "  FAILED " + line.taken().failed());
        }
        if (peer == null) {
            out.println(
                    "OpenSSL's responder was not asked: openssl is not installed, or does not sign so.");
        }
        if (peerAhead == null) {
            out.println(
                    "CFSSL's responder was not asked: cfssl is not installed (on Debian: golang-cfssl), or knows no such signatures, as those of SM2.");
        }
    }

    private String json() {
        StringJoiner all = new StringJoiner(",\n  ", "[\n  ", "\n]");
        for (Line line : lines) {
            Histogram latency = line.taken().microseconds();
            all.add(
                    String.format(
                            Locale.ROOT,
                            "{\"name\": \"%s\", \"algorithm\": \"%s\", \"rows\": %d, \"clients\": %d, \"answers_per_second\": %.0f, \"answers_per_core_second\": %.0f, \"signatures_per_core_second\": %.0f, \"ratio_to_limit\": %.3f, \"ratio_to_peer\": %s, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"server_cpu_seconds\": %.2f, \"client_cpu_seconds\": %.2f, \"peak_memory_mib\": %d, \"failed\": %d}",
                            line.name(),
                            words.algorithm(),
                            words.rows(),
                            words.clients(),
                            line.taken().answered() / line.taken().seconds(),
                            line.perCore(),
                            signatures,
                            line.perCore() / signatures,
                            ratioToPeer(line, "%.3f", "null"),
                            latency.getValueAtPercentile(50) / 1000.0,
                            latency.getValueAtPercentile(99) / 1000.0,
                            line.serverSeconds(),
                            line.clientSeconds(),
                            line.peakMemory(),
                            line.taken().failed()));
        }
        return all.toString();
    }
}
