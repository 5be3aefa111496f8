package org.yinxin.hall.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A folder of encrypted papers: {@code ab/abcdef…}, each {@code YXP1 | nonce (12) | AES-256-GCM ciphertext and tag}
 * with the paper's digest as associated data, so that files cannot be exchanged for each other.
 *
 * <p>A paper is written beside its place, forced to disk and renamed, so what is there is always whole.
 */
final class SealedFolder {

    static final int KEY_BYTES = 32;

    private static final byte[] MAGIC = "YXP1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int HEADER_BYTES = MAGIC.length + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecretKey key;
    private final SecureRandom random;

    SealedFolder(Path folder, byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the archive key has " + KEY_BYTES + " bytes");
        }
        this.folder = folder;
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Writes unless it is there already. */
    void write(PaperId id, byte[] content) {
        Path place = place(id);
        if (Files.exists(place)) {
            return;
        }
        byte[] suffix = new byte[8];
        random.nextBytes(suffix);
        Path draft = place.resolveSibling("." + id + "." + HexFormat.of().formatHex(suffix));
        try {
            Files.createDirectories(place.getParent());
            try {
                force(draft, seal(id, content));
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            try (FileChannel directory =
                    FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot file a paper", failure);
        }
    }

    /** Reads, decrypts and compares with the digest. */
    byte[] read(PaperId id) {
        byte[] content;
        try {
            content = open(id, Files.readAllBytes(place(id)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot take out paper " + id, failure);
        }
        if (!PaperId.of(content).equals(id)) {
            throw new DamagedArchiveException("paper " + id + " is not what was filed", null);
        }
        return content;
    }

    private Path place(PaperId id) {
        return folder.resolve(id.sm3().substring(0, 2)).resolve(id.sm3());
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private byte[] seal(PaperId id, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce);
            byte[] sealed =
                    Arrays.copyOf(MAGIC, HEADER_BYTES + cipher.getOutputSize(content.length));
            System.arraycopy(nonce, 0, sealed, MAGIC.length, NONCE_BYTES);
            cipher.doFinal(content, 0, content.length, sealed, HEADER_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is missing from this JDK", impossible);
        }
    }

    private byte[] open(PaperId id, byte[] sealed) {
        if (sealed.length < HEADER_BYTES
                || !Arrays.equals(sealed, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedArchiveException("paper " + id + " is not sealed", null);
        }
        try {
            byte[] nonce = Arrays.copyOfRange(sealed, MAGIC.length, HEADER_BYTES);
            return cipher(Cipher.DECRYPT_MODE, id, nonce)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException altered) {
            throw new DamagedArchiveException(
                    "paper " + id + " was altered or is of another key", altered);
        }
    }

    private Cipher cipher(int mode, PaperId id, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(HexFormat.of().parseHex(id.sm3()));
        return cipher;
    }
}
