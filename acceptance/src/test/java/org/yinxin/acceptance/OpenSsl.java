package org.yinxin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** OpenSSL's command line in a folder of its own: an implementation of everything we issue that is not ours. */
record OpenSsl(Path folder) {

    /** GM/T 0009: the default user ID, which OpenSSL does not assume by itself. */
    static final String DISTID = "distid:1234567812345678";

    /** Runs {@code openssl} with the words given and answers what it printed; a failure is an assertion error. */
    byte[] run(String... words) {
        var command = new ArrayList<String>();
        command.add("openssl");
        command.addAll(List.of(words));
        Path errors = folder.resolve("openssl.err");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(errors.toFile())
                            .start();
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        String.join(" ", command)
                                + "\n"
                                + new String(printed, StandardCharsets.UTF_8)
                                + Files.readString(errors));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String text(String... words) {
        return new String(run(words), StandardCharsets.UTF_8);
    }

    void write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Verifies the SM3withSM2 signature of a certificate list or a basic OCSP response, whose own commands cannot be
     * given the user ID: cuts the signed part and the signature out and checks the one against the other.
     *
     * @param file the DER of SEQUENCE { signed part, algorithm, BIT STRING signature, … }
     * @param publicKey a PEM public key
     */
    void verifySigned(String file, String publicKey) {
        List<Der> parts = Der.parse(read(file)).children();
        write(file + ".tbs", parts.get(0).encoded());
        byte[] bits = parts.get(2).content();
        write(file + ".sig", Arrays.copyOfRange(bits, 1, bits.length));
        String verdict =
                text(
                        "dgst",
                        "-sm3",
                        "-sigopt",
                        DISTID,
                        "-verify",
                        publicKey,
                        "-signature",
                        file + ".sig",
                        file + ".tbs");
        if (!verdict.contains("Verified OK")) {
            throw new AssertionError(file + ": " + verdict);
        }
    }
}
