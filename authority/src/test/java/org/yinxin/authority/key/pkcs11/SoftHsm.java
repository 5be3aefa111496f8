package org.yinxin.authority.key.pkcs11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;

/**
 * Tokens of SoftHSM2, one for each that asks. SoftHSM reads its configuration and its tokens once in a process, so all of them are
 * made before.
 */
@SuppressWarnings(
        "restricted") // the environment of the library, and closing sessions behind its user's back
public final class SoftHsm {

    public static final String PIN = "13572468";

    private static final int TOKENS = 16;
    private static final Path FOLDER = prepare();
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    /** {@code setenv}. */
    public interface SetEnvironment {
        int set(MemorySegment name, MemorySegment value, int overwrite);
    }

    /** {@code C_CloseAllSessions}. */
    public interface CloseAllSessions {
        long close(long slot);
    }

    private SoftHsm() {}

    public static Path library() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "SoftHSM2 is not installed: apt-get install softhsm2"));
    }

    /** The label of a token that nobody else uses. */
    public static String token() {
        int number = NEXT.getAndIncrement();
        if (number >= TOKENS) {
            throw new AssertionError("more tokens are wanted than were made");
        }
        return label(number);
    }

    private static String label(int number) {
        return "token " + (char) ('a' + number);
    }

    /** The settings for a token, with a file of the PIN in that folder. */
    public static Pkcs11Settings settings(String token, Path folder) {
        return settings(token, folder, PIN);
    }

    public static Pkcs11Settings settings(String token, Path folder, String pin) {
        Path file = folder.resolve("pin of " + token);
        try {
            Files.writeString(file, pin + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Pkcs11Settings(library(), token, file);
    }

    /** Makes an AES key of 256 bits that stays in the token, as the tool of a maker does. */
    static void makeAesKey(Pkcs11Settings settings, String label) {
        Provider provider =
                Security.getProvider("SunPKCS11")
                        .configure(
                                """
                                --name = maker
                                library = "%s"
                                slotListIndex = %d
                                attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
                                  CKA_TOKEN = true
                                  CKA_SENSITIVE = true
                                  CKA_EXTRACTABLE = false
                                  CKA_LABEL = 0h%s
                                }
                                """
                                        .formatted(
                                                settings.library(),
                                                Cryptoki.load(settings.library())
                                                        .find(settings.token())
                                                        .slot(),
                                                HexFormat.of()
                                                        .formatHex(
                                                                label.getBytes(
                                                                        StandardCharsets
                                                                                .US_ASCII))));
        try {
            KeyStore.getInstance("PKCS11", provider).load(null, PIN.toCharArray());
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(256);
            generator.generateKey();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a token keeps what is in it. */
    public static Path folder(String token) throws IOException {
        byte[] label = token.getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> all = Files.list(FOLDER.resolve("tokens"))) {
            return all.filter(each -> contains(each.resolve("token.object"), label))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean contains(Path file, byte[] text) {
        try {
            String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return all.contains(new String(text, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all sessions of this process with a token, as a device does that was restarted. */
    public static void endSessions(String token) {
        Cryptoki.Found found = Cryptoki.load(library()).find(token);
        SymbolLookup hsm = SymbolLookup.libraryLookup(library(), Arena.global());
        CloseAllSessions close =
                MethodHandleProxies.asInterfaceInstance(
                        CloseAllSessions.class,
                        Linker.nativeLinker()
                                .downcallHandle(
                                        hsm.find("C_CloseAllSessions").orElseThrow(),
                                        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG)));
        if (close.close(found.slotId()) != 0) {
            throw new AssertionError("the sessions cannot be ended");
        }
    }

    private static Path prepare() {
        try {
            Path folder = Files.createTempDirectory("softhsm");
            Files.createDirectory(folder.resolve("tokens"));
            Path configuration =
                    Files.writeString(
                            folder.resolve("softhsm2.conf"),
                            "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
                                    .formatted(folder.resolve("tokens")));
            for (int i = 0; i < TOKENS; i++) {
                makeToken(configuration, label(i));
            }
            setEnvironment("SOFTHSM2_CONF", configuration.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeToken(Path configuration, String label) throws IOException {
        ProcessBuilder tool =
                new ProcessBuilder(
                        List.of(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                label,
                                "--pin",
                                PIN,
                                "--so-pin",
                                "97531864"));
        tool.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = tool.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of this process as libraries see it; Java has read its own copy before. */
    private static void setEnvironment(String name, String value) {
        SetEnvironment set =
                MethodHandleProxies.asInterfaceInstance(
                        SetEnvironment.class,
                        Linker.nativeLinker()
                                .downcallHandle(
                                        Linker.nativeLinker()
                                                .defaultLookup()
                                                .find("setenv")
                                                .orElseThrow(),
                                        FunctionDescriptor.of(
                                                JAVA_INT, ADDRESS, ADDRESS, JAVA_INT)));
        try (Arena arena = Arena.ofConfined()) {
            if (set.set(arena.allocateFrom(name), arena.allocateFrom(value), 1) != 0) {
                throw new AssertionError("the environment cannot be set");
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(SoftHsm::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
