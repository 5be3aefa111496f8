package org.yinxin.bench.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.KeyAlgorithm;

/**
 * OpenSSL's responder with the same key, the same certificates and the same questions. It reads its list once and holds it
 * in memory, and closes each connection after its answer.
 */
final class OpenSslResponder implements AutoCloseable {

    private final Process process;
    private final int port;

    private OpenSslResponder(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Empty where there is no openssl, or where it does not answer so. */
    static Optional<OpenSslResponder> start(StatusSite site, Path folder, KeyAlgorithm algorithm) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("ca.der"), site.authority().certificate().encoded());
            Files.write(folder.resolve("responder.der"), site.responder());
            boolean ready =
                    run(folder, "x509", "-inform", "DER", "-in", "ca.der", "-out", "ca.pem")
                            && run(
                                    folder,
                                    "x509",
                                    "-inform",
                                    "DER",
                                    "-in",
                                    "responder.der",
                                    "-out",
                                    "responder.pem")
                            && run(
                                    folder,
                                    "pkcs12",
                                    "-in",
                                    site.responderKey().toString(),
                                    "-passin",
                                    "file:" + site.responderKeys().resolve("password"),
                                    "-nocerts",
                                    "-nodes",
                                    "-out",
                                    "key.pem");
            if (!ready) {
                return Optional.empty();
            }
            writeList(site, folder.resolve("index.txt"));
            return listen(folder, algorithm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<OpenSslResponder> listen(Path folder, KeyAlgorithm algorithm)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "ocsp",
                                "-port",
                                "" + port,
                                "-index",
                                "index.txt",
                                "-CA",
                                "ca.pem",
                                "-rsigner",
                                "responder.pem",
                                "-rkey",
                                "key.pem",
                                "-nmin",
                                "60",
                                "-rmd",
                                algorithm == KeyAlgorithm.SM2 ? "sm3" : "sha256"));
        if (algorithm == KeyAlgorithm.SM2) {
            command.addAll(List.of("-rsigopt", "distid:1234567812345678"));
        }
        Path log = folder.resolve("responder.log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        // Not tried out by connecting: OpenSSL 3.0 spins for ever on a connection that was closed
        // without a word.
        for (int i = 0; i < 1_800 && process.isAlive(); i++) {
            if (Files.readString(log).contains("waiting for OCSP client connections")) {
                return Optional.of(new OpenSslResponder(process, port));
            }
            pause();
        }
        process.destroyForcibly();
        return Optional.empty();
    }

    // The format of "openssl ca": status, end, time and reason of revocation, serial, file, name.
    private static void writeList(StatusSite site, Path file) throws IOException {
        var revoked = new HashSet<>(site.revoked());
        List<String> lines = new ArrayList<>();
        for (SerialNumber serial : site.serials(Integer.MAX_VALUE)) {
            String number = serial.hex().toUpperCase(Locale.ROOT);
            lines.add(
                    revoked.contains(serial)
                            ? "R\t350101000000Z\t260101000000Z,superseded\t"
                                    + number
                                    + "\tunknown\t/CN="
                                    + number
                            : "V\t350101000000Z\t\t" + number + "\tunknown\t/CN=" + number);
        }
        Files.write(file, lines);
        Files.writeString(file.resolveSibling("index.txt.attr"), "unique_subject = no\n");
    }

    private static boolean run(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(words));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false; // there is no openssl
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
