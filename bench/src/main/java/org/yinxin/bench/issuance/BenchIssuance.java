package org.yinxin.bench.issuance;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.app.RunningHall;
import org.yinxin.app.StartHall;
import org.yinxin.app.commandline.Command.Serve;
import org.yinxin.app.installation.TemporaryFolder;
import org.yinxin.app.wiring.Databases;
import org.yinxin.authority.AuthoritySchema;
import org.yinxin.bench.SignaturesAlone;
import org.yinxin.bench.site.DatabaseProcess;
import org.yinxin.bench.site.Upkeep;
import org.yinxin.custody.CustodySchema;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * Has a hall's authority and custody issue certificates, and reports. The clients are threads of the same process: what they compute
 * is in the figures.
 */
public final class BenchIssuance {

    private static final int REHEARSAL_SECONDS = 10;

    /** More than are issued in a second, so that nobody finds the pool empty. */
    private static final int PAIRS_A_SECOND = 1000;

    private static final int SINGLES_A_SECOND = 2500;

    private static final int CERTIFICATE_OCTETS = 600;
    private static final long LONGEST_LATENCY = 60_000_000;

    private final PrintStream out;

    public BenchIssuance(PrintStream out) {
        this.out = out;
    }

    /** Answers whether every order came to its pair. */
    public boolean run(IssuanceWords words) {
        int rehearsal = Math.min(REHEARSAL_SECONDS, words.seconds());
        boolean pairs = words.algorithm() == KeyAlgorithm.SM2;
        int orders = (rehearsal + words.seconds()) * (pairs ? PAIRS_A_SECOND : SINGLES_A_SECOND);
        System.setProperty("yinxin.custody.pool-level", Integer.toString(pairs ? orders : 0));
        try (TemporaryFolder folder = TemporaryFolder.make();
                RunningHall hall =
                        StartHall.serve(new Serve(0, "127.0.0.1", folder.path(), null, null, 0))) {
            Orders subject =
                    pairs ? new PairOrders(hall) : new SingleOrders(hall, words.algorithm());
            subject.bring(orders);
            double limit =
                    SignaturesAlone.perCore(folder.path(), words.algorithm(), CERTIFICATE_OCTETS);
            during(rehearsal, words.clients(), subject);
            // Where tables were empty a moment ago, the database still plans as if they were.
            Databases databases = hall.part(Databases.class);
            Upkeep.of(databases.custody(), CustodySchema.SCHEMA);
            Upkeep.of(databases.authority(), AuthoritySchema.SCHEMA);
            long database = DatabaseProcess.of(hall.part(JdbcClient.class));
            Effort before = Effort.now(database);
            Taken taken = during(words.seconds(), words.clients(), subject);
            new IssuanceReport(
                            subject.name(), words, taken, Effort.now(database).since(before), limit)
                    .print(out);
            return taken.failed() == 0;
        }
    }

    /** What was issued, how long each took, and how long all of it. */
    record Taken(long issued, long failed, Histogram microseconds, double seconds) {}

    private static Taken during(int seconds, int clients, Orders orders) {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        Histogram all = new Histogram(LONGEST_LATENCY, 3);
        long failed = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Histogram>> work =
                    IntStream.range(0, clients)
                            .<Callable<Histogram>>mapToObj(_ -> () -> until(end, orders))
                            .toList();
            List<Histogram> done = new ArrayList<>();
            for (Future<Histogram> each : threads.invokeAll(work)) {
                done.add(each.get());
            }
            for (Histogram each : done) {
                all.add(each);
                failed += each.getCountAtValue(LONGEST_LATENCY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an order broke off", e.getCause());
        }
        return new Taken(
                all.getTotalCount() - failed, failed, all, (System.nanoTime() - begin) / 1e9);
    }

    private static Histogram until(long end, Orders orders) {
        Histogram taken = new Histogram(LONGEST_LATENCY, 3);
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            boolean issued = orders.order();
            taken.recordValue(issued ? (System.nanoTime() - begin) / 1000 : LONGEST_LATENCY);
        }
        return taken;
    }
}
