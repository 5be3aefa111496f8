package org.yinxin.keyagent.softtoken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder where token files lie. A file is replaced as a whole or not at all: the new content is written beside it,
 * forced to the disk, and moved over it.
 */
final class Folder implements AutoCloseable {

    private static final String ENDING = ".token";
    private static final String UNFINISHED = ".new";

    /** The last step of a replacement; tests put a failure in its place. */
    interface Mover {
        void move(Path from, Path to) throws IOException;
    }

    private final Path path;
    private final Mover mover;
    private final FileChannel lockFile;

    private Folder(Path path, Mover mover, FileChannel lockFile) {
        this.path = path;
        this.mover = mover;
        this.lockFile = lockFile;
    }

    static Folder open(Path path) throws IOException {
        return open(path, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    static Folder open(Path path, Mover mover) throws IOException {
        Files.createDirectories(path);
        OwnerOnly.restrict(path);
        FileChannel lockFile =
                FileChannel.open(
                        path.resolve("agent.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!locked(lockFile)) {
            lockFile.close();
            throw new IOException("another key agent uses " + path);
        }
        Folder folder = new Folder(path, mover, lockFile);
        folder.removeUnfinished();
        return folder;
    }

    private static boolean locked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return false; // another agent in this very process
        }
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(f -> f.toString().endsWith(UNFINISHED)).toList()) {
                Files.delete(file);
            }
        }
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(name + ENDING)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void replace(String name, byte[] content) throws IOException {
        Path unfinished = path.resolve(name + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try (FileChannel file =
                FileChannel.open(
                        unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OwnerOnly.restrict(unfinished);
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        mover.move(unfinished, path.resolve(name + ENDING));
        OwnerOnly.forceFolder(path);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
