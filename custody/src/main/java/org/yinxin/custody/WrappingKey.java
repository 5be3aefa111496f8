package org.yinxin.custody;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.yinxin.pki.key.Sm3;

/**
 * A key under which private keys lie in the database, in GCM with a random nonce each time. It comes from a file of raw octets
 * that only the hall's user may read and that is backed up apart from the database, or it stays in a device that is asked to
 * encrypt with it.
 */
public final class WrappingKey {

    private static final int NONCE_BYTES = 12;
    private static final byte FORMAT = 1;
    private static final byte[] LABEL = "yinxin wrapping key ".getBytes(US_ASCII);

    private final WrappingCipher cipher;
    private final WrappingAlgorithm algorithm;
    private final String fingerprint;
    private final SecureRandom random;

    private WrappingKey(
            WrappingCipher cipher,
            WrappingAlgorithm algorithm,
            String fingerprint,
            SecureRandom random) {
        this.cipher = cipher;
        this.algorithm = algorithm;
        this.fingerprint = fingerprint;
        this.random = random;
    }

    /** Reads a key for AES-256-GCM, as {@link #read(Path, WrappingAlgorithm, SecureRandom)} does. */
    public static WrappingKey read(Path file, SecureRandom random) {
        return read(file, WrappingAlgorithm.AES_256_GCM, random);
    }

    /** Reads the key; there is no default, and a file that is missing or of another size is refused. */
    public static WrappingKey read(Path file, WrappingAlgorithm algorithm, SecureRandom random) {
        byte[] octets;
        try {
            octets = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the custody's wrapping key " + file, e);
        }
        try {
            if (octets.length != algorithm.keyBytes()) {
                throw new IllegalStateException(
                        "the custody's wrapping key %s must have %d octets for %s and has %d"
                                .formatted(
                                        file,
                                        algorithm.keyBytes(),
                                        algorithm.label(),
                                        octets.length));
            }
            return new WrappingKey(
                    new MemoryCipher(new SecretKeySpec(octets, algorithm.keyName()), algorithm),
                    algorithm,
                    HexFormat.of().formatHex(Sm3.digest(LABEL, octets), 0, 8),
                    random);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /**
     * A key that never leaves its device.
     *
     * @param name by which rows refer to it; it must stay the same as long as there is such a row
     * @param device what encrypts with it
     */
    public static WrappingKey inDevice(
            String name, WrappingAlgorithm algorithm, WrappingCipher device, SecureRandom random) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("rows refer to a key in a device by its name");
        }
        return new WrappingKey(device, algorithm, "device:" + name, random);
    }

    /** Makes a new key file for AES-256-GCM that only its owner may read; never overwrites one. */
    public static void create(Path file, SecureRandom random) throws IOException {
        create(file, WrappingAlgorithm.AES_256_GCM, random);
    }

    /** Makes a new key file that only its owner may read; never overwrites one. */
    public static void create(Path file, WrappingAlgorithm algorithm, SecureRandom random)
            throws IOException {
        byte[] octets = new byte[algorithm.keyBytes()];
        random.nextBytes(octets);
        try (var channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(octets));
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** Which key it is, without telling it. */
    String fingerprint() {
        return fingerprint;
    }

    WrappingAlgorithm algorithm() {
        return algorithm;
    }

    byte[] wrap(byte[] secret, byte[] bound) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher.encrypt(nonce, bound, secret);
        byte[] out = new byte[1 + NONCE_BYTES + sealed.length];
        out[0] = FORMAT;
        System.arraycopy(nonce, 0, out, 1, NONCE_BYTES);
        System.arraycopy(sealed, 0, out, 1 + NONCE_BYTES, sealed.length);
        return out;
    }

    byte[] unwrap(byte[] wrapped, byte[] bound) {
        if (wrapped.length < 1 + NONCE_BYTES || wrapped[0] != FORMAT) {
            throw new IllegalStateException("a wrapped key of an unknown format");
        }
        return cipher.decrypt(
                        Arrays.copyOfRange(wrapped, 1, 1 + NONCE_BYTES),
                        bound,
                        Arrays.copyOfRange(wrapped, 1 + NONCE_BYTES, wrapped.length))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "a wrapped key was altered, or the wrapping key is another one"));
    }

    @Override
    public String toString() {
        return "WrappingKey[" + fingerprint + "]";
    }
}
