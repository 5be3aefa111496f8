package org.yinxin.bench.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * CFSSL's responder with answers that were signed ahead by our own, which it hands out from memory. It knows no SM2.
 * {@code cfssl ocspserve} takes a file of answers in Base64, one a line, and tells them apart by their serial numbers.
 */
final class CfsslResponder implements AutoCloseable {

    private static final int LOOKS = 100;

    private final Process process;
    private final int port;

    private CfsslResponder(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Empty where there is no cfssl, and for answers that it does not know. */
    static Optional<CfsslResponder> start(
            Path folder, List<byte[]> answers, KeyAlgorithm algorithm) {
        if (algorithm == KeyAlgorithm.SM2) {
            return Optional.empty(); // it would start, pass over each of them and answer nothing
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("answers");
            Files.write(file, answers.stream().map(Base64.getEncoder()::encodeToString).toList());
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Process process =
                    new ProcessBuilder(
                                    "cfssl",
                                    "ocspserve",
                                    "-address=127.0.0.1",
                                    "-port=" + port,
                                    "-responses=" + file,
                                    // Otherwise it writes a line for each answer.
                                    "-loglevel=3")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("cfssl.log").toFile())
                            .start();
            return waitFor(new CfsslResponder(process, port));
        } catch (IOException e) {
            return Optional.empty(); // there is no cfssl
        }
    }

    private static Optional<CfsslResponder> waitFor(CfsslResponder responder) {
        for (int i = 0; i < LOOKS && responder.process.isAlive(); i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), responder.port)) {
                if (socket.isConnected()) {
                    return Optional.of(responder);
                }
            } catch (IOException e) {
                pause(); // not yet
            }
        }
        responder.close();
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
