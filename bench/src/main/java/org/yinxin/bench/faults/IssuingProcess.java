package org.yinxin.bench.faults;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.IssuanceOutcome.Issued;
import org.yinxin.authority.issuance.IssuePair;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.store.postgres.DatabaseServer;

/** Another process that issues until it is killed, and says what it does. */
final class IssuingProcess {

    private static final String READY = "ready";

    private final Process process;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final CompletableFuture<Void> read;

    private IssuingProcess(Process process, Stream<String> lines, Told told) {
        this.process = process;
        this.read =
                CompletableFuture.runAsync(
                        () ->
                                lines.forEach(
                                        line -> {
                                            told.read(line);
                                            if (Told.isAnswer(line)) {
                                                answered.complete(null);
                                            }
                                        }));
    }

    /** What the other process does. */
    public static void main(String[] arguments) {
        DurableAuthority site =
                DurableAuthority.joined(
                        Path.of(arguments[0]),
                        new DatabaseServer(arguments[1], arguments[2], arguments[3]));
        Draw draw = new Draw(Instant.parse(arguments[4]));
        IssuePair issuePair = site.issuance().issuePair();
        Supplier<UUID> uuids = World.uuids();
        // No console: whoever started this process reads the lines.
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (int client = Integer.parseInt(arguments[5]); client > 0; client--) {
            Thread.ofPlatform().start(() -> order(issuePair, draw, uuids, out));
        }
        out.println(READY);
    }

    // Ends with an exception when the database dies.
    private static void order(
            IssuePair issuePair, Draw draw, Supplier<UUID> uuids, PrintStream out) {
        while (true) {
            UUID id = uuids.get();
            out.println(Told.asked(id));
            if (issuePair.issue(draw.order(id)) instanceof Issued(var pair)) {
                out.println(
                        Told.issued(
                                id,
                                new Told.Serials(
                                        pair.signSerial().hex(), pair.encryptionSerial().hex())));
            }
        }
    }

    /** Starts one and waits until its clients have begun. */
    static IssuingProcess start(DurableAuthority site, Draw draw, int clients, Told told) {
        DatabaseServer server = site.address();
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IssuingProcess.class.getName(),
                        site.folder().toString(),
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        draw.notBefore().toString(),
                        Integer.toString(clients));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.equals(READY)) {
                told.read(line);
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the process that should issue did not start");
            }
            return new IssuingProcess(process, lines.lines(), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has issued a pair, or can issue none. */
    void awaitAnswer() {
        CompletableFuture.anyOf(answered, read).join();
    }

    /** Kills it with SIGKILL and reads what it still said. */
    void kill() {
        // Unlike the process itself its handle leaves the pipe open.
        process.toHandle().destroyForcibly();
        process.onExit().join();
        read.join();
    }
}
