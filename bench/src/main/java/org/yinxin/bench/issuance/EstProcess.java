package org.yinxin.bench.issuance;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yinxin.bench.ProcessorTime;
import org.yinxin.pki.key.KeyAlgorithm;

/** Machines in a process of their own, so that what they compute is told apart from what the hall does. */
final class EstProcess implements Load {

    private static final String BROUGHT = "brought";

    private final Process process;
    private final BufferedReader lines;
    private final PrintStream words;

    private EstProcess(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.words = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** What the other process does: what it reads line by line. */
    public static void main(String[] arguments) throws IOException {
        Clients clients = new Clients(Integer.parseInt(arguments[2]));
        List<EstOrders.Machine> machines = new ArrayList<>();
        EstOrders orders =
                new EstOrders(arguments[0], machines, KeyAlgorithm.valueOf(arguments[1]));
        // No console: whoever started this process reads the lines.
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] word = line.split(" ", -1);
            switch (word[0]) {
                case "machine" -> machines.add(new EstOrders.Machine(word[1], word[2]));
                case "bring" -> {
                    orders.bring(Integer.parseInt(word[1]));
                    out.println(BROUGHT);
                }
                default -> out.println(written(clients.during(Integer.parseInt(word[1]), orders)));
            }
        }
    }

    private static String written(Taken taken) {
        return String.format(
                Locale.ROOT,
                "%d %d %.6f %d %d",
                taken.issued(),
                taken.failed(),
                taken.seconds(),
                taken.p50(),
                taken.p99());
    }

    private static Taken read(String line) {
        String[] word = line.split(" ", -1);
        return new Taken(
                Long.parseLong(word[0]),
                Long.parseLong(word[1]),
                Double.parseDouble(word[2]),
                Long.parseLong(word[3]),
                Long.parseLong(word[4]));
    }

    /**
     * Starts it.
     *
     * @param hall its address
     * @param algorithm of the machines' keys
     * @param machines each has {@link EstOrders#OF_ONE_MACHINE} certificates
     */
    static EstProcess start(
            String hall, KeyAlgorithm algorithm, int clients, List<EstOrders.Machine> machines) {
        try {
            EstProcess started =
                    new EstProcess(
                            new ProcessBuilder(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-XX:+UseSerialGC",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            EstProcess.class.getName(),
                                            hall,
                                            algorithm.name(),
                                            Integer.toString(clients))
                                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                                    .start());
            machines.forEach(
                    each -> started.words.println("machine " + each.name() + " " + each.secret()));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return EstOrders.NAME;
    }

    @Override
    public void bring(int count) {
        ask("bring " + count);
    }

    @Override
    public Taken during(int seconds) {
        return read(ask("during " + seconds));
    }

    private String ask(String line) {
        words.println(line);
        try {
            String answer = lines.readLine();
            if (answer == null) {
                throw new IllegalStateException("the process of the clients has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double computed() {
        return ProcessorTime.of(process.pid());
    }

    @Override
    public void close() {
        words.close();
        process.destroy();
        process.onExit().join();
    }
}
