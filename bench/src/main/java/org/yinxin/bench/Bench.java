package org.yinxin.bench;

import java.util.List;
import org.springframework.boot.logging.LoggingSystem;
import org.yinxin.bench.crl.BenchCrl;
import org.yinxin.bench.crl.CrlWords;
import org.yinxin.bench.faults.BenchFaults;
import org.yinxin.bench.faults.FaultsWords;
import org.yinxin.bench.fuzz.BenchFuzz;
import org.yinxin.bench.fuzz.FuzzWords;
import org.yinxin.bench.issuance.BenchIssuance;
import org.yinxin.bench.issuance.IssuanceWords;
import org.yinxin.bench.status.BenchOcsp;
import org.yinxin.bench.status.OcspWords;

/** The program {@code ./yinxin bench}. */
public final class Bench {

    private static final int MISUSE = 2;

    private Bench() {}

    public static void main(String[] words) {
        System.setProperty("java.awt.headless", "true");
        LoggingSystem.get(Bench.class.getClassLoader()).beforeInitialize();
        System.exit(carryOut(List.of(words)));
    }

    static String help() {
        return Words.HELP
                + IssuanceWords.HELP
                + OcspWords.HELP
                + CrlWords.HELP
                + FaultsWords.HELP
                + FuzzWords.HELP;
    }

    private static int carryOut(List<String> words) {
        if (words.isEmpty() || words.contains("--help") || words.contains("help")) {
            System.out.print(help());
            return 0;
        }
        try {
            List<String> rest = words.subList(1, words.size());
            boolean kept =
                    switch (words.getFirst()) {
                        case "lists" ->
                                new BenchLists(System.out, BenchLists.Rounds.USUAL)
                                        .run(Words.read(rest));
                        case "issuance" ->
                                new BenchIssuance(System.out).run(IssuanceWords.read(rest));
                        case "ocsp" -> new BenchOcsp(System.out).run(OcspWords.read(rest));
                        case "crl" -> new BenchCrl(System.out).run(CrlWords.read(rest));
                        case "faults" -> new BenchFaults(System.out).run(FaultsWords.read(rest));
                        case "fuzz" -> new BenchFuzz(System.out).run(FuzzWords.read(rest));
                        default ->
                                throw new Misuse(
                                        "bench does not know %s; it knows lists, issuance, ocsp, crl, faults and fuzz."
                                                .formatted(words.getFirst()));
                    };
            return kept ? 0 : 1;
        } catch (Misuse misuse) {
            System.err.println("yinxin: " + misuse.sentence());
            return MISUSE;
        }
    }
}
