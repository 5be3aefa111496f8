package org.yinxin.bench.crl;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinxin.pki.key.KeyAlgorithm;

/** OpenSSL as the judge of our list and as the maker of one with as many entries and the same key. */
final class OpenSslLists {

    private static final String USER_ID = "distid:1234567812345678";

    // The last line of the shell's "times" is what its children have computed.
    private static final Pattern CHILDREN =
            Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    /** What the peer took. */
    record Made(double seconds, double processorSeconds, long octets) {}

    private final Path folder;
    private final KeyAlgorithm algorithm;

    private OpenSslLists(Path folder, KeyAlgorithm algorithm) {
        this.folder = folder;
        this.algorithm = algorithm;
    }

    /** Empty where there is no openssl. */
    static Optional<OpenSslLists> in(Path folder, KeyAlgorithm algorithm, byte[] certificate) {
        OpenSslLists lists = new OpenSslLists(folder, algorithm);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("ca.der"), certificate);
            boolean there =
                    lists.run("x509", "-inform", "DER", "-in", "ca.der", "-out", "ca.pem") == 0
                            && lists.run(
                                            "x509", "-in", "ca.pem", "-noout", "-pubkey", "-out",
                                            "ca.pub")
                                    == 0;
            return there ? Optional.of(lists) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the signature of a list is good. */
    boolean isSigned(Path crl) {
        try {
            if (algorithm != KeyAlgorithm.SM2) {
                return run(
                                "crl",
                                "-inform",
                                "DER",
                                "-in",
                                crl.toString(),
                                "-CAfile",
                                "ca.pem",
                                "-noout")
                        == 0;
            }
            // The command crl cannot be told the user ID of SM2, so the signed part is cut out.
            cut(crl);
            return run(
                            "dgst",
                            "-sm3",
                            "-sigopt",
                            USER_ID,
                            "-verify",
                            "ca.pub",
                            "-signature",
                            "signature.der",
                            "part.der")
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(Path crl) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(crl.toFile(), "r")) {
            length(file);
            long part = file.getFilePointer();
            long content = length(file);
            long end = file.getFilePointer() + content;
            file.seek(part);
            copy(file, end - part, folder.resolve("part.der"));
            long algorithmIdentifier = length(file);
            file.seek(file.getFilePointer() + algorithmIdentifier);
            long bits = length(file);
            file.readByte(); // how many bits of the last octet are unused: none
            copy(file, bits - 1, folder.resolve("signature.der"));
        }
    }

    // Reads a tag of one octet and the length behind it.
    private static long length(RandomAccessFile file) throws IOException {
        file.readByte();
        int first = file.readUnsignedByte();
        long length = first < 0x80 ? first : 0;
        for (int i = 0; i < (first < 0x80 ? 0 : first - 0x80); i++) {
            length = length << 8 | file.readUnsignedByte();
        }
        return length;
    }

    private static void copy(RandomAccessFile from, long octets, Path to) throws IOException {
        byte[] all = new byte[Math.toIntExact(octets)];
        from.readFully(all);
        Files.write(to, all);
    }

    /** How many entries it finds in a list. */
    long entries(Path crl) {
        try {
            Process process =
                    start(
                            "openssl",
                            "crl",
                            "-inform",
                            "DER",
                            "-in",
                            crl.toString(),
                            "-noout",
                            "-text");
            try (BufferedReader lines = process.inputReader()) {
                return lines.lines().filter(line -> line.startsWith("    Serial Number: ")).count();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a list itself; empty if it cannot. */
    Optional<Made> make(CrlSite site) {
        try {
            writeIndex(site.index());
            Files.writeString(folder.resolve("index.txt.attr"), "unique_subject = no\n");
            Files.writeString(folder.resolve("number.txt"), "01\n");
            Files.writeString(
                    folder.resolve("ca.conf"),
                    """
                    [ca]
                    default_ca = bench
                    [bench]
                    database = index.txt
                    crlnumber = number.txt
                    certificate = ca.pem
                    private_key = key.pem
                    default_md = %s
                    default_crl_days = 1
                    crl_extensions = extensions
                    [extensions]
                    authorityKeyIdentifier = keyid:always
                    """
                            .formatted(algorithm == KeyAlgorithm.SM2 ? "sm3" : "sha256"));
            boolean ready =
                    run(
                                    "pkcs12",
                                    "-in",
                                    site.keyFile().toString(),
                                    "-passin",
                                    "file:" + site.passwordFile(),
                                    "-nocerts",
                                    "-nodes",
                                    "-out",
                                    "key.pem")
                            == 0;
            return ready ? make() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void writeIndex(List<String> serials) throws IOException {
        try (BufferedWriter index = Files.newBufferedWriter(folder.resolve("index.txt"))) {
            for (String serial : serials) {
                index.write("R\t360101000000Z\t" + serial + "\tunknown\t/CN=bench\n");
            }
        }
    }

    private Optional<Made> make() throws IOException {
        String command = "openssl ca -gencrl -config ca.conf -out peer.pem";
        if (algorithm == KeyAlgorithm.SM2) {
            command += " -sigopt " + USER_ID;
        }
        long begin = System.nanoTime();
        Process process = start("sh", "-c", command + " && times");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Matcher times = CHILDREN.matcher(said);
        if (!times.find()) {
            return Optional.empty();
        }
        double processor =
                60 * (Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(3)))
                        + Double.parseDouble(times.group(2))
                        + Double.parseDouble(times.group(4));
        run("crl", "-in", "peer.pem", "-outform", "DER", "-out", "peer.der");
        return Optional.of(new Made(seconds, processor, Files.size(folder.resolve("peer.der"))));
    }

    private int run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        Process process = start(command.toArray(String[]::new));
        process.getInputStream().readAllBytes();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while openssl works", e);
        }
    }

    private Process start(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        return process;
    }
}
