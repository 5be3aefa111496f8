package org.yinxin.authority.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files of mode 600 that are on the disk before anybody relies on them. */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> MODE =
            PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /**
     * Writes a new file through to the disk, and makes its folder.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one: of several who write it one succeeds
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(MODE))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        if (folder != null) {
            syncFolder(folder);
        }
    }

    /** Refuses a file that others may read or change. */
    public static void require(Path file) throws IOException {
        Set<PosixFilePermission> actual = Files.getPosixFilePermissions(file);
        if (!MODE.containsAll(actual)) {
            throw new KeyStoreUnavailableException(
                    "Others may read the file " + file + "; make it yours alone: chmod 600 " + file,
                    null);
        }
    }

    // Without this a new name can be lost with the power although its content was written through.
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
