package org.yinxin.hall.archive.pdf;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Starts a Java VM for one document, and ends it when its time is over. */
final class ReadingProcess {

    /** A scan of 40 million pixels in colour takes about half of it. */
    private static final String MEMORY = "-Xmx512m";

    /** A drawn page is some hundred kilobytes; what is longer is not read. */
    private static final int LONGEST_ANSWER = 32 * 1024 * 1024;

    /** The only libraries that it finds. */
    private static final String CLASS_PATH =
            Stream.of(
                            PdfProcess.class,
                            PDDocument.class,
                            RandomAccessRead.class,
                            TrueTypeFont.class,
                            LogFactory.class)
                    .map(ReadingProcess::home)
                    .collect(Collectors.joining(File.pathSeparator));

    private final Path fonts;
    private final Duration patience;

    /**
     * Nothing is started yet.
     *
     * @param fonts where the list of the machine's fonts is kept from one process to the next
     * @param patience how long it may take
     */
    ReadingProcess(Path fonts, Duration patience) {
        this.fonts = fonts;
        this.patience = patience;
    }

    Ending run(byte[] content, String... asked) throws InterruptedException {
        try {
            Files.createDirectories(fonts);
            return run(start(asked), content);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start a process that reads PDF", failure);
        }
    }

    /** The settings of the hall are not passed on: neither its environment nor its working folder. */
    private Process start(String... asked) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        MEMORY,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-Dpdfbox.fontcache=" + fonts.toAbsolutePath(),
                        "-cp",
                        CLASS_PATH,
                        PdfProcess.class.getName()));
        command.addAll(List.of(asked));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(fonts.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private Ending run(Process process, byte[] content) throws InterruptedException {
        try {
            Thread.ofVirtual().start(() -> feed(process, content));
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> answer.complete(answer(process)));
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? ending(process.exitValue(), answer)
                    : new Ending.Exhausted();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Ending ending(int exit, CompletableFuture<byte[]> answer) {
        return switch (exit) {
            case 0 -> new Ending.Answered(answer.join());
            case PdfProcess.EXHAUSTED -> new Ending.Exhausted();
            case PdfProcess.BROKEN -> new Ending.Broken();
            default ->
                    throw new IllegalStateException(
                            "the process that reads PDF ended with status " + exit);
        };
    }

    /** A process that has ended before it read everything has its reasons; its status tells them. */
    private static void feed(Process process, byte[] content) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(content);
        } catch (IOException gone) {
            return;
        }
    }

    private static byte[] answer(Process process) {
        try (InputStream out = process.getInputStream()) {
            return out.readNBytes(LONGEST_ANSWER);
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    private static String home(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
