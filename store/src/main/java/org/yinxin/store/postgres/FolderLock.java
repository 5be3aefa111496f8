package org.yinxin.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two programs from running on one folder. The operating system gives it back when its holder dies, however it
 * dies; the server's own pid file would not tell a server left behind from one in use.
 */
public final class FolderLock {

    private static final String FILE = "lock";

    /**
     * Folders that this JVM holds. Their files are not even opened again: on Linux a process loses its lock on a file as
     * soon as it closes any channel to that file, be it one on which it was refused the lock.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final FileChannel channel;
    private final Path folder;

    private FolderLock(FileChannel channel, Path folder) {
        this.channel = channel;
        this.folder = folder;
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
        synchronized (HELD) {
            if (!channel.isOpen()) {
                return; // given back before; somebody else may hold it by now
            }
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                HELD.remove(folder);
            }
        }
    }

    private static @Nullable FolderLock tryTake(Path given) throws IOException {
        Path folder = given.toRealPath();
        synchronized (HELD) {
            if (HELD.contains(folder)) {
                return null;
            }
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return null;
            }
            HELD.add(folder);
            return new FolderLock(channel, folder);
        }
    }
}
