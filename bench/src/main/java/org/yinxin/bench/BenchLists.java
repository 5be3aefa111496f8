package org.yinxin.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.bench.asking.Lists;
import org.yinxin.bench.asking.Lists.Taken;
import org.yinxin.bench.rows.Rows;

/** Starts two halls one after the other, fills them, and takes the time of the lists of both. */
final class BenchLists {

    /** The Java VM meets the lists cold in the first hall, which must not flatter the second. */
    private static final int FIRST_REHEARSALS = 5;

    private static final int REHEARSALS = 2;

    private final PrintStream out;
    private boolean warm;

    BenchLists(PrintStream out) {
        this.out = out;
    }

    /** Answers whether all lists keep within the limits. */
    boolean run(Words words) {
        int base = Math.min(Words.BASE, Math.max(1, words.rows() / 2));
        List<Taken> few = inThrowAwayFolder(data -> take(data, base, words));
        Path kept = words.data();
        List<Taken> all =
                kept == null
                        ? inThrowAwayFolder(data -> take(data, words.rows(), words))
                        : take(kept, words.rows(), words);
        out.printf(
                "%n%d clients, each asks again as soon as it is answered; %d requests a round, the best of %d rounds.%n",
                words.clients(), words.requests(), Lists.ROUNDS);
        return new Report(out, words.limit()).print(base, few, words.rows(), all);
    }

    private static List<Taken> inThrowAwayFolder(Function<Path, List<Taken>> taking) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return taking.apply(folder.path());
        }
    }

    private List<Taken> take(Path data, int cases, Words words) {
        try (RunningHall hall = StartHall.serve(new Serve(0, "127.0.0.1", data, null, null, 0))) {
            if (!warm) {
                machine(hall);
            }
            Rows rows = Rows.into(hall);
            if (rows.written() > cases) {
                throw new Words.Misuse(
                        "%s holds %d applications already; ask for --rows %2$d or more."
                                .formatted(data, rows.written()));
            }
            Lists lists = new Lists(hall, rows, words.clients(), words.requests(), words.only());
            return takeWith(cases, rows, lists);
        }
    }

    private List<Taken> takeWith(int cases, Rows rows, Lists lists) {
        int there = rows.written();
        long begin = System.nanoTime();
        rows.fillUpTo(cases);
        out.printf(
                "%,d applications: %s in %s",
                cases, there == cases ? "found again" : "written", seconds(begin));
        begin = System.nanoTime();
        List<Taken> taken = lists.take(warm ? REHEARSALS : FIRST_REHEARSALS);
        warm = true;
        out.printf(", asked about in %s%n", seconds(begin));
        return taken;
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
