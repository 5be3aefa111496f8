package org.yinxin.bench.crl;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of one run, for people or for a program. */
final class CrlReport {

    private final CrlWords words;
    private final List<Effort> lists = new ArrayList<>();
    private @Nullable Effort limit;
    private OpenSslLists.@Nullable Made peer;
    private @Nullable Boolean signed;
    private long counted;
    private long octets;

    CrlReport(CrlWords words) {
        this.words = words;
    }

    void add(Effort list) {
        lists.add(list);
    }

    void octets(long length) {
        octets = length;
    }

    void limit(Effort effort) {
        limit = effort;
    }

    void judged(boolean isSigned, long entries) {
        signed = isSigned;
        counted = entries;
    }

    void peer(OpenSslLists.Made made) {
        peer = made;
    }

    /** Prints, and answers whether OpenSSL, if there is one, found the list to be as it should. */
    boolean print(PrintStream out) {
        out.println(words.json() ? json() : table());
        return signed == null || agrees();
    }

    private boolean agrees() {
        return Boolean.TRUE.equals(signed) && counted == words.rows();
    }

    private Effort best() {
        return lists.stream().min(Comparator.comparingDouble(Effort::seconds)).orElseThrow();
    }

    private String table() {
        StringBuilder all = new StringBuilder();
        all.append(
                String.format(
                        Locale.ROOT,
                        "%s; %,d entries in %,d octets; %d lists made and published%n%n%-34s %8s %11s %8s %8s %8s %9s%n",
                        words.algorithm(),
                        words.rows(),
                        octets,
                        lists.size(),
                        "",
                        "seconds",
                        "entries/s",
                        "JVM s",
                        "PG s",
                        "heap MiB",
                        "of limit"));
        line(all, "the first list", lists.getFirst());
        line(all, "the best of the others", best());
        line(all, "sign and write the octets (limit)", limit);
        if (peer != null) {
            all.append(
                    String.format(
                            Locale.ROOT,
                            "%-34s %8.2f %,11.0f %8.2f %8s %8s %9s  of its CPU seconds we take %.2f%n",
                            "openssl ca -gencrl, as many",
                            peer.seconds(),
                            words.rows() / peer.seconds(),
                            peer.processorSeconds(),
                            "-",
                            "-",
                            "-",
                            processorSeconds() / peer.processorSeconds()));
        } else {
            all.append("OpenSSL made no list: it is not installed, or does not sign so.\n");
        }
        all.append(
                signed == null
                        ? "No openssl to judge the list."
                        : String.format(
                                Locale.ROOT,
                                "OpenSSL: signature %s, %,d entries.",
                                signed ? "good" : "NOT GOOD",
                                counted));
        return all.toString();
    }

    private void line(StringBuilder all, String name, @Nullable Effort effort) {
        if (effort == null || limit == null) {
            return;
        }
        all.append(
                String.format(
                        Locale.ROOT,
                        "%-34s %8.2f %,11.0f %8.2f %8.2f %8.0f %9.1f%n",
                        name,
                        effort.seconds(),
                        words.rows() / effort.seconds(),
                        effort.ownSeconds(),
                        effort.databaseSeconds(),
                        effort.heapGrowth(),
                        effort.seconds() / limit.seconds()));
    }

    private double processorSeconds() {
        return best().ownSeconds() + best().databaseSeconds();
    }

    private String json() {
        Effort first = lists.getFirst();
        Effort best = best();
        double least = limit == null ? Double.NaN : limit.seconds();
        return String.format(
                Locale.ROOT,
                "{\"name\": \"full CRL\", \"algorithm\": \"%s\", \"rows\": %d, \"octets\": %d, \"first_seconds\": %.3f, \"seconds\": %.3f, \"entries_per_second\": %.0f, \"jvm_cpu_seconds\": %.2f, \"postgres_cpu_seconds\": %.2f, \"first_heap_growth_mib\": %.1f, \"heap_growth_mib\": %.1f, \"limit_seconds\": %.3f, \"ratio_to_limit\": %.2f, \"peer_seconds\": %s, \"ratio_to_peer\": %s, \"openssl_agrees\": %s}",
                words.algorithm(),
                words.rows(),
                octets,
                first.seconds(),
                best.seconds(),
                words.rows() / best.seconds(),
                best.ownSeconds(),
                best.databaseSeconds(),
                first.heapGrowth(),
                lists.stream().mapToDouble(Effort::heapGrowth).max().orElseThrow(),
                least,
                best.seconds() / least,
                peer == null ? "null" : number(peer.seconds()),
                peer == null ? "null" : number(best.seconds() / peer.seconds()),
                signed == null ? "null" : agrees());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
