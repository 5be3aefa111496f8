package org.yinxin.authority.key.sdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The test double of an SDF device, {@code src/test/c/sdf-double.c}, built by gcc in a folder of its own. It is no device. */
public final class SdfDouble {

    public static final String PASSWORD = "8642-secret";

    private final Path folder;

    /** With keys at the indexes from 1 to that number. */
    public static SdfDouble with(int keys, Path folder, String... options) {
        try {
            SdfDouble made = new SdfDouble(Files.createDirectory(folder.resolve("sdf")), options);
            for (int index = 1; index <= keys; index++) {
                made.makeKey(index);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SdfDouble(Path folder, String... options) throws IOException {
        this.folder = folder;
        List<String> command =
                new ArrayList<>(
                        List.of("gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror"));
        command.addAll(Arrays.asList(options));
        command.addAll(
                List.of(
                        "-DFOLDER=\"" + folder + "\"",
                        "-o",
                        library().toString(),
                        Path.of("src/test/c/sdf-double.c").toAbsolutePath().toString(),
                        "-l:libcrypto.so.3"));
        run(command);
        Files.writeString(folder.resolve("password"), PASSWORD);
        writePassword(PASSWORD);
    }

    public Path library() {
        return folder.resolve("libsdf-double.so");
    }

    public Path passwordFile() {
        return folder.resolve("password file");
    }

    public SdfSettings settings(String indexes) {
        return new SdfSettings(library(), SdfSettings.indexes(indexes), passwordFile());
    }

    public void writePassword(String password) throws IOException {
        Files.writeString(passwordFile(), password + "\n");
        Files.setPosixFilePermissions(passwordFile(), PosixFilePermissions.fromString("rw-------"));
    }

    /** What the tool of a device's maker does. */
    public void makeKey(int index) throws IOException {
        run(
                List.of(
                        "openssl",
                        "genpkey",
                        "-algorithm",
                        "SM2",
                        "-out",
                        folder.resolve("key-" + index + ".pem").toString()));
    }

    public void swapKeys(int one, int other) throws IOException {
        Path first = folder.resolve("key-" + one + ".pem");
        Path second = folder.resolve("key-" + other + ".pem");
        Path aside = folder.resolve("aside");
        Files.move(first, aside);
        Files.move(second, first);
        Files.move(aside, second);
    }

    public void loseKey(int index) throws IOException {
        Files.delete(folder.resolve("key-" + index + ".pem"));
    }

    public void restart() throws IOException {
        Path count = folder.resolve("restarted");
        int before = Files.exists(count) ? Integer.parseInt(Files.readString(count).strip()) : 0;
        Files.writeString(count, Integer.toString(before + 1));
    }

    /** Makes it behave in a way that the head of its source names. */
    public void begin(String behaviour) throws IOException {
        Files.createFile(folder.resolve(behaviour));
    }

    public void end(String behaviour) throws IOException {
        Files.delete(folder.resolve(behaviour));
    }

    /** How often it was called like this. */
    public long calls(String function) throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream()
                .filter(function::equals)
                .count();
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
