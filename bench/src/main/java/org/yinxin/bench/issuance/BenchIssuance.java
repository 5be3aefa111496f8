package org.yinxin.bench.issuance;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
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
import org.yinxin.app.wiring.World;
import org.yinxin.bench.ProcessorTime;
import org.yinxin.bench.site.DatabaseProcess;
import org.yinxin.custody.FillKeyPool;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Has a hall's authority and custody issue pairs, and reports. The clients are threads of the same process. */
public final class BenchIssuance {

    private static final int REHEARSAL_SECONDS = 10;

    /** More than are issued in a second, so that nobody finds the pool empty. */
    private static final int KEYS_A_SECOND = 1000;

    private static final int CERTIFICATE_OCTETS = 600;
    private static final long LONGEST_LATENCY = 60_000_000;

    private final PrintStream out;

    public BenchIssuance(PrintStream out) {
        this.out = out;
    }

    /** Answers whether every order came to its pair. */
    public boolean run(IssuanceWords words) {
        int orders = (REHEARSAL_SECONDS + words.seconds()) * KEYS_A_SECOND;
        System.setProperty("yinxin.custody.pool-level", Integer.toString(orders));
        try (TemporaryFolder folder = TemporaryFolder.make();
                RunningHall hall =
                        StartHall.serve(new Serve(0, "127.0.0.1", folder.path(), null, null, 0))) {
            double limit = pairsOfSignatures();
            PairOrders pairs = new PairOrders(hall);
            pairs.bring(orders);
            int filled = hall.part(FillKeyPool.class).fill();
            out.printf("%,d keys made ahead%n", filled);
            during(REHEARSAL_SECONDS, words.clients(), pairs);
            long database = DatabaseProcess.of(hall.part(JdbcClient.class));
            double before = computed(database);
            Taken taken = during(words.seconds(), words.clients(), pairs);
            new IssuanceReport(words, taken, computed(database) - before, limit).print(out);
            return taken.failed() == 0;
        }
    }

    /** What was issued, how long each took, and how long all of it. */
    record Taken(long issued, long failed, Histogram microseconds, double seconds) {}

    private static Taken during(int seconds, int clients, PairOrders pairs) {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        Histogram all = new Histogram(LONGEST_LATENCY, 3);
        long failed = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Histogram>> work =
                    IntStream.range(0, clients)
                            .<Callable<Histogram>>mapToObj(_ -> () -> until(end, pairs))
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

    private static Histogram until(long end, PairOrders pairs) {
        Histogram taken = new Histogram(LONGEST_LATENCY, 3);
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            boolean issued = pairs.order();
            taken.recordValue(issued ? (System.nanoTime() - begin) / 1000 : LONGEST_LATENCY);
        }
        return taken;
    }

    private static double computed(long database) {
        return ProcessorTime.ofThis() + ProcessorTime.ofTree(database);
    }

    // One thread signs twice what is as long as a certificate; the second round counts.
    private static double pairsOfSignatures() {
        SoftwareSigningKey key =
                new SoftwareSigningKey(KeyPairs.generate(KeyAlgorithm.SM2, World.random()));
        byte[] content = new byte[CERTIFICATE_OCTETS];
        double perSecond = 0;
        for (int round = 0; round < 2; round++) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long end = System.nanoTime() + 4_000_000_000L;
            long pairs = 0;
            while (System.nanoTime() < end) {
                key.sign(content);
                key.sign(content);
                pairs++;
            }
            cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            perSecond = pairs / (cpu / 1e9);
        }
        return perSecond;
    }
}
