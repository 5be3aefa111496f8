package org.yinxin.authority.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenSSL's own CMP server, {@code openssl cmp -port 0}, which hands out one fixed certificate. */
final class MockServer implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("ACCEPT .*:(\\d+)( PID=\\d+)?");

    private final Process process;
    private final int port;
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();

    MockServer(Path folder, String... options) {
        List<String> command =
                new ArrayList<>(List.of("openssl", "cmp", "-config", "", "-port", "0"));
        command.addAll(List.of(options));
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompletableFuture<Integer> listens = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(listens));
        try {
            port = listens.get(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException(said.toString(), e);
        }
    }

    private void read(CompletableFuture<Integer> listens) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                Matcher matcher = LISTENS.matcher(line);
                if (matcher.find()) {
                    listens.complete(Integer.parseInt(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        listens.completeExceptionally(new IllegalStateException("it ended: " + said));
    }

    int port() {
        return port;
    }

    String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
