package org.yinxin.store.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, run for one folder and never as root.
 *
 * @param folder where they run and leave what they say
 */
record Programs(Path folder, PostgresBinaries binaries, Unprivileged how) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Runs one to its end. */
    void run(String purpose, String program, String... words) {
        said(purpose, "", program, words);
    }

    /**
     * Runs one to its end and answers all that it printed.
     *
     * @param purpose ends the sentence “PostgreSQL cannot …”
     * @param input for its standard input; never in the command line, where everybody on the machine reads it
     */
    String said(String purpose, String input, String program, String... words) {
        Path output = folder.resolve("command.log");
        String[] command =
                Stream.concat(Stream.of(binaries.program(program).toString()), Stream.of(words))
                        .toArray(String[]::new);
        try {
            Process process =
                    new ProcessBuilder(how.command(command))
                            // The server must not hold the folder we happened to be started in.
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new PostgresUnavailable(
                        "PostgreSQL in %s does not %s in time; see %s."
                                .formatted(folder, purpose, log()));
            }
            if (process.exitValue() != 0) {
                throw new PostgresUnavailable(
                        "PostgreSQL in %s cannot %s: %s"
                                .formatted(folder, purpose, lastWords(output)));
            }
            String all = Files.readString(output);
            Files.deleteIfExists(output);
            return all;
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "PostgreSQL in %s cannot %s: %s".formatted(folder, purpose, Folders.reason(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while PostgreSQL was to " + purpose, e);
        }
    }

    /** What the server itself has to say. */
    Path log() {
        return folder.resolve("server.log");
    }

    // The server's log says why; the command's output alone says only that.
    private String lastWords(Path output) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(output));
        if (Files.isReadable(log())) {
            lines.addAll(Files.readAllLines(log()));
        }
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error:"))
                .reduce((first, last) -> last)
                .or(() -> lines.stream().reduce((first, last) -> last))
                .orElse("it does not say why");
    }
}
