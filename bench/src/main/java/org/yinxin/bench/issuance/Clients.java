package org.yinxin.bench.issuance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Threads that order, each again as soon as its order is answered.
 *
 * @param count how many
 */
record Clients(int count) {

    private static final long LONGEST_LATENCY = 60_000_000;

    Taken during(int seconds, Orders orders) {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        Histogram all = new Histogram(LONGEST_LATENCY, 3);
        long failed = 0;
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Histogram>> work =
                    IntStream.range(0, count)
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
        return Taken.of(all, failed, (System.nanoTime() - begin) / 1e9);
    }

    private static Histogram until(long end, Orders orders) {
        Histogram taken = new Histogram(LONGEST_LATENCY, 3);
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            boolean issued = orders.order();
            taken.recordValue(
                    issued
                            ? Math.min((System.nanoTime() - begin) / 1000, LONGEST_LATENCY / 2)
                            : LONGEST_LATENCY);
        }
        return taken;
    }
}
