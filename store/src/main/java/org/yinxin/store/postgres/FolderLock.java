package org.yinxin.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two programs from running on one folder. The operating system gives it back when its holder dies, however it
 * dies; the server's own pid file would not tell a server left behind from one in use.
 */
public final class FolderLock {

    private static final String FILE = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, making it when it is absent.
     *
     * @throws PostgresUnavailable when another program holds it, or it cannot be written
     */
    public static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = tryTake(folder);
            for (int again = 0; lock == null && again < 3; again++) {
                // Somebody who sweeps up old folders holds the lock for a moment.
                Pauses.brief();
                lock = tryTake(folder);
            }
            if (lock == null) {
                throw new PostgresUnavailable(
                        "The folder %s is in use by another running Yinxin: stop that one or choose another folder with --data."
                                .formatted(folder));
            }
            return lock;
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "The folder %s cannot be written: %s".formatted(folder, Folders.reason(e)), e);
        }
    }

    /** Whether a folder was locked once and its holder is gone. */
    static boolean isLeftBehind(Path folder) {
        if (!Files.isWritable(folder.resolve(FILE))) {
            // Somebody else's, or one that is being made at this moment.
            return false;
        }
        try {
            FolderLock lock = tryTake(folder);
            if (lock == null) {
                return false;
            }
            lock.release();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FolderLock tryTake(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        return new FolderLock(channel);
    }
}
