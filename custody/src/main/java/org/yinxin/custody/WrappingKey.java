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
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yinxin.pki.key.Sm3;

/**
 * The key under which private keys lie in the database: AES-256-GCM with a random nonce each time. It comes from a file of
 * 32 raw octets that only the hall's user may read, and that is backed up apart from the database.
 */
public final class WrappingKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;
    private static final byte[] LABEL = "yinxin wrapping key ".getBytes(US_ASCII);

    private final SecretKey key;
    private final String fingerprint;
    private final SecureRandom random;

    private WrappingKey(byte[] octets, SecureRandom random) {
        this.key = new SecretKeySpec(octets, "AES");
        this.fingerprint = HexFormat.of().formatHex(Sm3.digest(LABEL, octets), 0, 8);
        this.random = random;
    }

    /** Reads the key; there is no default, and a file that is missing or of another size is refused. */
    public static WrappingKey read(Path file, SecureRandom random) {
        byte[] octets;
        try {
            octets = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the custody's wrapping key " + file, e);
        }
        if (octets.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "the custody's wrapping key %s must have %d octets and has %d"
                            .formatted(file, KEY_BYTES, octets.length));
        }
        try {
            return new WrappingKey(octets, random);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** Makes a new key file that only its owner may read; never overwrites one. */
    public static void create(Path file, SecureRandom random) throws IOException {
        byte[] octets = new byte[KEY_BYTES];
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
            throw new IllegalStateException("every Java has AES-GCM", e);
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
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    @Override
    public String toString() {
        return "WrappingKey[" + fingerprint + "]";
    }
}
