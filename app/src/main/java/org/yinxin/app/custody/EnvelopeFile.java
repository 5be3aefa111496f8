package org.yinxin.app.custody;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The new file of mode 600 that an envelope is going to be in. It is made, and as much written to it as an envelope can be
 * long, before the approval is used up; if nothing comes of it, it is removed.
 */
final class EnvelopeFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeFile.class);

    // The longest form is a signed message with a certificate, of some 2 KB.
    private static final int LONGEST = 16 * 1024;

    private final Path path;
    private final FileChannel channel;
    private boolean filled;

    private EnvelopeFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Why there cannot be such a file, as far as looking tells; empty when there can. */
    static Optional<String> objection(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(isThere(path));
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of(
                    "there is no folder for the file %s: make it first, or name another file with --out"
                            .formatted(path));
        }
        return Files.isWritable(folder) ? Optional.empty() : Optional.of(unwritable(path));
    }

    /**
     * Makes it.
     *
     * @throws IOException with a sentence that says why not
     */
    static EnvelopeFile make(Path path) throws IOException {
        EnvelopeFile file;
        try {
            file =
                    new EnvelopeFile(
                            path,
                            FileChannel.open(
                                    path,
                                    EnumSet.of(
                                            StandardOpenOption.CREATE_NEW,
                                            StandardOpenOption.WRITE),
                                    PosixFilePermissions.asFileAttribute(
                                            PosixFilePermissions.fromString("rw-------"))));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(isThere(path), e);
        } catch (IOException e) {
            throw new IOException(unwritable(path), e);
        }
        try {
            file.writeAll(new byte[LONGEST]);
            return file;
        } catch (IOException e) {
            file.close();
            throw new IOException(unwritable(path), e);
        }
    }

    /** Writes the envelope through to the disk. */
    void fill(byte[] envelope) throws IOException {
        // From here on the file is kept, whatever happens: half an envelope shows what was lost.
        filled = true;
        channel.position(0);
        writeAll(envelope);
        channel.truncate(envelope.length);
        channel.force(true);
    }

    private void writeAll(byte[] octets) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(octets);
        while (left.hasRemaining()) {
            channel.write(left);
        }
        channel.force(true);
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!filled) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("The file {} could not be closed or removed", path, e);
        }
    }

    private static String isThere(Path path) {
        return "there is a file %s already, and none is overwritten: name another with --out"
                .formatted(path);
    }

    private static String unwritable(Path path) {
        return "the file %s cannot be written: name one with --out that can, on a disk with space"
                .formatted(path);
    }
}
