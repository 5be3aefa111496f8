package org.yinxin.authority.crl;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.yinxin.pki.crl.CrlEntryWriter;
import org.yinxin.pki.crl.EncodedEntries;

/**
 * Entries in a file that has no name: it is taken out of its folder as soon as it is open, so whatever ends the program
 * leaves nothing behind.
 */
final class SpooledEntries implements EncodedEntries, AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final OutputStream out;
    private final CrlEntryWriter writer;

    private SpooledEntries(FileChannel file) {
        this.file = file;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        this.writer = new CrlEntryWriter(out);
    }

    static SpooledEntries in(WorkFiles files) throws IOException {
        Path path = files.make();
        try {
            return new SpooledEntries(
                    FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(path);
        }
    }

    CrlEntryWriter writer() {
        return writer;
    }

    /** To be called once all are written. */
    void finish() throws IOException {
        out.flush();
    }

    @Override
    public long octets() {
        return writer.octets();
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
            private long at;

            private boolean isOver() throws IOException {
                if (buffer.hasRemaining()) {
                    return false;
                }
                buffer.clear();
                int read = file.read(buffer, at);
                buffer.flip();
                at += Math.max(0, read);
                return read < 0;
            }

            @Override
            public int read() throws IOException {
                return isOver() ? -1 : buffer.get() & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (isOver()) {
                    return -1;
                }
                int some = Math.min(length, buffer.remaining());
                buffer.get(into, offset, some);
                return some;
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
