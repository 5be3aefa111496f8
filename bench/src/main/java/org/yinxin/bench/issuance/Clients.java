package org.yinxin.bench.issuance;

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

    /** In microseconds; what fails counts as this long. */
    private static final long LONGEST_LATENCY = 60_000_000;

    /** What one of them has seen. */
    private record Seen(Histogram microseconds, long failed) {}

    Taken during(int seconds, Orders orders) {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        Histogram all = new Histogram(LONGEST_LATENCY, 3);
        long failed = 0;
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Seen>> work =
                    IntStream.range(0, count)
                            .<Callable<Seen>>mapToObj(_ -> () -> until(end, orders))
                            .toList();
            for (Future<Seen> each : threads.invokeAll(work)) {
                all.add(each.get().microseconds());
                failed += each.get().failed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an order broke off", e.getCause());
        }
        return Taken.of(all, failed, (System.nanoTime() - begin) / 1e9);
    }

    private static Seen until(long end, Orders orders) {
        Histogram taken = new Histogram(LONGEST_LATENCY, 3);
        long failed = 0;
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            if (orders.order()) {
                taken.recordValue(Math.min((System.nanoTime() - begin) / 1000, LONGEST_LATENCY));
            } else {
                failed++;
                taken.recordValue(LONGEST_LATENCY);
            }
        }
        return new Seen(taken, failed);
    }
}
