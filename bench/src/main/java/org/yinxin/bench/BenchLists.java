package org.yinxin.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.bench.asking.Lists;
import org.yinxin.bench.asking.Lists.Taken;
import org.yinxin.bench.rows.Rows;

/** Starts a hall, fills it, and takes the time of its lists at two sizes. */
final class BenchLists {

    private final PrintStream out;

    BenchLists(PrintStream out) {
        this.out = out;
    }

    /** Answers whether all lists keep within the limits. */
    boolean run(Words words) {
        Path data = words.data();
        if (data != null) {
            return run(words, data);
        }
        TemporaryFolder folder = TemporaryFolder.make();
        try {
            return run(words, folder.path());
        } finally {
            folder.close();
        }
    }

    private boolean run(Words words, Path data) {
        try (RunningHall hall = StartHall.serve(new Serve(0, "127.0.0.1", data, null, null, 0))) {
            machine(hall);
            Rows rows = Rows.into(hall);
            Lists lists = new Lists(hall, rows, words.clients(), words.requests(), words.only());
            int base = Math.min(Words.BASE, Math.max(1, words.rows() / 2));
            List<Taken> few = takeWith(base, rows, lists);
            List<Taken> all = takeWith(words.rows(), rows, lists);
            out.printf(
                    "%n%d clients, each asks again as soon as it is answered; %d requests a round, the best of %d rounds.%n",
                    words.clients(), words.requests(), Lists.ROUNDS);
            return new Report(out, words.limit()).print(base, few, words.rows(), all);
        }
    }

    private List<Taken> takeWith(int cases, Rows rows, Lists lists) {
        long begin = System.nanoTime();
        rows.fillUpTo(cases);
        out.printf("%,d applications: written in %s", cases, seconds(begin));
        begin = System.nanoTime();
        List<Taken> taken = lists.take();
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
