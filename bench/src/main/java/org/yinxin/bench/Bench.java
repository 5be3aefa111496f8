package org.yinxin.bench;

import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/** The program {@code ./yinxin bench}. */
public final class Bench {

    private static final int MISUSE = 2;

    private Bench() {}

    public static void main(String[] words) {
        System.setProperty("java.awt.headless", "true");
        LoggingSystem.get(Bench.class.getClassLoader()).beforeInitialize();
        System.exit(carryOut(List.of(words)));
    }

    private static int carryOut(List<String> words) {
        if (words.isEmpty() || words.contains("--help") || words.contains("help")) {
            System.out.print(Words.HELP);
            return 0;
        }
        try {
            if (!words.getFirst().equals("lists")) {
                throw new Words.Misuse(
                        "bench does not know %s; it knows lists.".formatted(words.getFirst()));
            }
            return new BenchLists(System.out).run(Words.read(words.subList(1, words.size())))
                    ? 0
                    : 1;
        } catch (Words.Misuse misuse) {
            System.err.println("yinxin: " + misuse.sentence());
            return MISUSE;
        }
    }
}
