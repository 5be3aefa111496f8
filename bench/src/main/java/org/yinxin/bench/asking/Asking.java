package org.yinxin.bench.asking;

import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** So many clients who ask one thing after another, each its next as soon as it has the answer to the last. */
final class Asking implements AutoCloseable {

    private static final int DIGITS = 3;

    private final Door door;
    private final int clients;
    private final ExecutorService threads;

    Asking(Door door, int clients) {
        this.door = door;
        this.clients = clients;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    /** Asks so many times in all and answers how long each answer took; looks into the first answers. */
    Figures ask(Question question, int times) {
        Histogram micros = new ConcurrentHistogram(DIGITS);
        AtomicLong turns = new AtomicLong();
        long cpu = cpuTime();
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            running.add(threads.submit(() -> askInTurn(question, times, turns, micros)));
        }
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(question.name() + ": " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return Figures.of(micros, cpuTime() - cpu);
    }

    private static long cpuTime() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private void askInTurn(Question question, int times, AtomicLong turns, Histogram micros) {
        for (long turn = turns.getAndIncrement(); turn < times; turn = turns.getAndIncrement()) {
            HttpRequest request = door.request(question, turn);
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = door.send(request);
            micros.recordValue((System.nanoTime() - begin) / 1000);
            check(question, request, answer);
        }
    }

    private static void check(Question question, HttpRequest request, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s answered %d".formatted(request.uri(), answer.statusCode()));
        }
        @Nullable Pattern wanted = question.answered();
        if (wanted != null && !wanted.matcher(Door.text(answer)).find()) {
            throw new IllegalStateException("%s answered no rows".formatted(request.uri()));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
