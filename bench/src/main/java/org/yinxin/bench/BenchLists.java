package org.yinxin.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.bench.asking.Lists;
import org.yinxin.bench.rows.Rows;

/**
 * Starts two halls beside each other, fills them, and takes the time of the lists of both. Each list is asked for in the one
 * right before it is asked for in the other: what the machine does besides, and what the Java VM has compiled by then, is the
 * same for both.
 */
final class BenchLists {

    /**
     * How often everything is asked about. The machine may be busy with other things for a while: the best round counts.
     *
     * @param rehearsals before anything counts, because the Java VM meets the lists cold
     * @param usual of what keeps the limits
     * @param most of what is over after those, in both halls
     */
    record Rounds(int rehearsals, int usual, int most) {

        static final Rounds USUAL = new Rounds(5, 3, 12);
    }

    private final PrintStream out;
    private final Rounds rounds;

    BenchLists(PrintStream out, Rounds rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    /** Answers whether all lists keep within the limits. */
    boolean run(Words words) {
        int base = Math.min(Words.BASE, Math.max(1, words.rows() / 2));
        return inThrowAwayFolder(data -> over(data, base, words, few -> beside(few, base, words)));
    }

    private boolean beside(Lists few, int base, Words words) {
        Predicate<Path> compare =
                data -> over(data, words.rows(), words, all -> compare(few, all, base, words));
        Path kept = words.data();
        return kept == null ? inThrowAwayFolder(compare) : compare.test(kept);
    }

    private static boolean inThrowAwayFolder(Predicate<Path> use) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return use.test(folder.path());
        }
    }

    /** In a hall with so many cases. */
    private boolean over(Path data, int cases, Words words, Predicate<Lists> use) {
        try (RunningHall hall = StartHall.serve(new Serve(0, "127.0.0.1", data, null, null, 0))) {
            if (cases < words.rows()) {
                machine(hall);
            }
            Rows rows = Rows.into(hall);
            int there = rows.written();
            if (there > cases) {
                throw new Misuse(
                        "%s holds %d applications already; ask for --rows %2$d or more."
                                .formatted(data, there));
            }
            long begin = System.nanoTime();
            rows.fillUpTo(cases);
            out.printf(
                    "%,d applications: %s in %s%n",
                    cases, there == cases ? "found again" : "written", seconds(begin));
            try (Lists lists =
                    new Lists(hall, rows, words.clients(), words.requests(), words.only())) {
                return use.test(lists);
            }
        }
    }

    private boolean compare(Lists few, Lists all, int base, Words words) {
        long begin = System.nanoTime();
        for (int i = 0; i < rounds.rehearsals(); i++) {
            inTurn(few::rehearse, all::rehearse, IntStream.range(0, all.size()).toArray());
        }
        Report report = new Report(out, words.limit());
        for (int i = 0; i < rounds.most(); i++) {
            int round = i;
            inTurn(
                    few::round,
                    all::round,
                    IntStream.range(0, all.size())
                            .filter(
                                    at ->
                                            round < rounds.usual()
                                                    || !report.isKept(few.taken(at), all.taken(at)))
                            .toArray());
        }
        out.printf(
                "asked about in %s: %d clients, each asks again as soon as it is answered; %d requests a round, the best of %d rounds, of up to %d for what is over.%n",
                seconds(begin), words.clients(), words.requests(), rounds.usual(), rounds.most());
        return report.print(base, few.taken(), words.rows(), all.taken());
    }

    private static void inTurn(IntConsumer few, IntConsumer all, int[] questions) {
        for (int question : questions) {
            few.accept(question);
            all.accept(question);
        }
    }

    private static String seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s";
    }

    private void machine(RunningHall hall) {
        Runtime runtime = Runtime.getRuntime();
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        out.printf(
                "%d cores, %d GB of memory, %d MB of it for the hall; %s; %s; hall, database and clients on this machine%n",
                runtime.availableProcessors(),
                memory >> 30,
                runtime.maxMemory() >> 20,
                "Java " + Runtime.version(),
                hall.part(JdbcClient.class)
                        .sql("SELECT 'PostgreSQL ' || current_setting('server_version')")
                        .query(String.class)
                        .single());
    }
}
