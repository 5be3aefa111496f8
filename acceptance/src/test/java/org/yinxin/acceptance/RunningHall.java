package org.yinxin.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program as a process of its own, started as {@code ./yinxin serve} starts it. */
final class RunningHall implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern KEY_AGENT =
            Pattern.compile("connect-src[^;]*(http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final Path data;
    private final String address;

    private RunningHall(Process process, Path data, String address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /** Starts the hall on a free port and waits until it says that it is ready. */
    static RunningHall on(Path data) {
        return on(data, 0);
    }

    /**
     * The same with a clock that runs ahead. One hall may follow another on the same data, with as many days or more.
     *
     * @param daysAhead days of 24 hours
     */
    static RunningHall on(Path data, int daysAhead) {
        try {
            var command =
                    new ArrayList<>(
                            program(
                                    System.getProperty("java.class.path")
                                            + File.pathSeparator
                                            + Prepared.FOLDER.resolve("parts.jar"),
                                    "-Dyinxin.prepared=" + Prepared.FOLDER));
            command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
            command.addAll(List.of("--days-ahead", String.valueOf(daysAhead)));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new RunningHall(process, data, awaitReady(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> program(String classPath, String... options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC");
        // A hall of a test ends before what the second compiler makes faster has paid for it.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, "org.yinxin.app.Yinxin"));
        return command;
    }

    /** What {@code ./yinxin} prepares once after a build, prepared once for all halls of a run of the tests. */
    private static final class Prepared {

        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Path.of("target", "prepared").toAbsolutePath();
                var command = new ArrayList<>(program(System.getProperty("java.class.path")));
                command.addAll(List.of("prepare", "--out", folder.toString()));
                Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = new String(process.getInputStream().readAllBytes(), UTF_8);
                if (process.waitFor() != 0) {
                    throw new AssertionError("the start could not be prepared:\n" + said);
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static String awaitReady(Process process) throws IOException {
        var said = new ArrayList<String>();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            Matcher matcher = READY.matcher(line);
            if (matcher.find()) {
                drain(reader);
                return matcher.group(1);
            }
        }
        throw new AssertionError("the hall ended before it was ready:\n" + String.join("\n", said));
    }

    /** Keeps what the hall says from then on beside the pictures, for whoever looks into a failure. */
    private static void drain(BufferedReader reader) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "halls"));
        Path log = Files.createTempFile(folder, "hall-", ".log");
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (reader;
                                    var out = Files.newBufferedWriter(log)) {
                                reader.transferTo(out);
                            } catch (IOException ended) {
                                // the process has gone, and its output with it
                            }
                        });
    }

    String address() {
        return address;
    }

    /** Where the key agent of the demonstration answers: the one foreign origin that the hall's pages may speak to. */
    String keyAgent() {
        String policy = Client.anonymous(address).get("/").header("Content-Security-Policy");
        Matcher matcher = KEY_AGENT.matcher(policy);
        if (!matcher.find()) {
            throw new AssertionError("the hall's pages may speak to no key agent: " + policy);
        }
        return matcher.group(1);
    }

    /** Signs a member of the staff in with the initial password of the first start. */
    Client staff(String name) {
        return Client.staff(address, name, staffPassword(name));
    }

    String staffPassword(String name) {
        String password = staffPasswords().get(name);
        if (password == null) {
            throw new AssertionError("accounts.txt names no " + name);
        }
        return password;
    }

    /** The staff's initial passwords by account name, as the file that the first start writes holds them. */
    private Map<String, String> staffPasswords() {
        try (var lines = Files.lines(data.resolve("accounts.txt"))) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end that no shutdown hook sees. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; answers whether the process ended by itself within the time given, and how. */
    int terminate(long seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("the hall did not end within " + seconds + " s of SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                // The next one may want its folder.
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
