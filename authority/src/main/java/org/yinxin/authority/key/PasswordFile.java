package org.yinxin.authority.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A file that holds one password on its first line and that nobody but its owner may read.
 *
 * <p>The password is a machine's and no person's: at least 32 characters, such as {@code openssl rand -hex 24} prints.
 */
public final class PasswordFile {

    private static final int SHORTEST = 32;
    private static final int RANDOM_OCTETS = 24;

    private PasswordFile() {}

    /** Makes the file with a random password; refuses to overwrite one. */
    public static void create(Path file, SecureRandom random) {
        byte[] octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        byte[] text = (HexFormat.of().formatHex(octets) + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            OwnerOnly.write(file, text);
        } catch (IOException e) {
            throw new KeyStoreUnavailableException(
                    "The password file " + file + " cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * Makes the file if there is none. Of several who do at the same time one is the first, and all go on with its password: it
     * is written whole under another name before it gets its own.
     */
    public static void ensure(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            return;
        }
        Path draft =
                file.resolveSibling(file.getFileName() + "." + Long.toHexString(random.nextLong()));
        create(draft, random);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return; // somebody was faster
        } catch (IOException e) {
            throw new KeyStoreUnavailableException(
                    "The password file " + file + " cannot be made: " + e.getMessage(), e);
        } finally {
            delete(draft);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A key for AES-256 that follows from the password, another one for each purpose.
     *
     * @param purpose what is sealed with it
     */
    public static SecretKey sealingKey(Path file, String purpose) {
        char[] password = read(file);
        byte[] octets = new String(password).getBytes(StandardCharsets.US_ASCII);
        try {
            // The password is drawn and long, so one round does.
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(octets));
            byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
            mac.update(label, 0, label.length);
            byte[] key = new byte[mac.getMacSize()];
            mac.doFinal(key, 0);
            return new SecretKeySpec(key, "AES");
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(octets, (byte) 0);
        }
    }

    static char[] read(Path file) {
        try {
            char[] line = SecretLine.read(file);
            if (line.length < SHORTEST) {
                throw new KeyStoreUnavailableException(
                        "The password in "
                                + file
                                + " is shorter than "
                                + SHORTEST
                                + " characters; put a longer one into its first line, such as"
                                + " openssl rand -hex 24 prints.",
                        null);
            }
            return line;
        } catch (IOException e) {
            throw new KeyStoreUnavailableException(
                    "The password of the authorities' keys is expected in the file "
                            + file
                            + ", which cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }
}
