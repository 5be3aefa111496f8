package org.yinxin.hall.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * A symmetric key in a file of raw bytes. It is made once, when an installation is set up, and never by the server
 * that only misses it: a fresh key in place of a lost one would make everything sealed before unreadable for good.
 */
public final class KeyFile {

    private KeyFile() {}

    /** Makes a new key of mode 600; refuses to replace a file that is there. */
    public static void create(Path file, int bytes, SecureRandom random) {
        byte[] key = new byte[bytes];
        random.nextBytes(key);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (SeekableByteChannel channel = Files.newByteChannel(file, options, mode)) {
            ByteBuffer buffer = ByteBuffer.wrap(key);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the key file " + file, failure);
        }
    }

    /** Reads a key of exactly so many bytes. */
    public static byte[] read(Path file, int bytes) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != bytes) {
                throw new IllegalStateException(
                        "the key file " + file + " has " + key.length + " bytes, not " + bytes);
            }
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the key file " + file, failure);
        }
    }
}
