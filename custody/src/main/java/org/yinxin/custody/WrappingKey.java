package org.yinxin.custody;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yinxin.pki.key.BouncyCastle;
import org.yinxin.pki.key.Sm3;

/**
 * A key under which private keys lie in the database, in GCM with a random nonce each time. It comes from a file of raw octets
 * that only the hall's user may read and that is backed up apart from the database, or it stays in a device and only its
 * handle is here.
 */
public final class WrappingKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;
    private static final byte[] LABEL = "yinxin wrapping key ".getBytes(US_ASCII);

    private final SecretKey key;
    private final WrappingAlgorithm algorithm;
    private final Provider provider;
    private final String fingerprint;
    private final SecureRandom random;

    private WrappingKey(
            SecretKey key,
            WrappingAlgorithm algorithm,
            Provider provider,
            String fingerprint,
            SecureRandom random) {
        this.key = key;
        this.algorithm = algorithm;
        this.provider = provider;
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
                    new SecretKeySpec(octets, algorithm.keyName()),
                    algorithm,
                    BouncyCastle.PROVIDER,
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
     * @param handle of the key
     * @param device the provider that reaches the device, such as one for PKCS#11
     */
    public static WrappingKey inDevice(
            String name,
            SecretKey handle,
            WrappingAlgorithm algorithm,
            Provider device,
            SecureRandom random) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("rows refer to a key in a device by its name");
        }
        return new WrappingKey(handle, algorithm, device, "device:" + name, random);
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
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(secret);
            byte[] out = new byte[1 + NONCE_BYTES + sealed.length];
            out[0] = FORMAT;
            System.arraycopy(nonce, 0, out, 1, NONCE_BYTES);
            System.arraycopy(sealed, 0, out, 1 + NONCE_BYTES, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the wrapping key " + fingerprint + " does not work", e);
        }
    }

    byte[] unwrap(byte[] wrapped, byte[] bound) {
        if (wrapped.length < 1 + NONCE_BYTES || wrapped[0] != FORMAT) {
            throw new IllegalStateException("a wrapped key of an unknown format");
        }
        byte[] nonce = Arrays.copyOfRange(wrapped, 1, 1 + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, bound)
                    .doFinal(wrapped, 1 + NONCE_BYTES, wrapped.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "a wrapped key was altered, or the wrapping key is another one", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the wrapping key " + fingerprint + " does not work", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(algorithm.transformation(), provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    @Override
    public String toString() {
        return "WrappingKey[" + fingerprint + "]";
    }
}
