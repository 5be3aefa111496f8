package org.yinxin.pki.crl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The entries of a CRL as {@link CrlEntryWriter} wrote them, wherever they are; they can be read several times. */
public interface EncodedEntries {

    /** How many octets all of them take. */
    long octets();

    InputStream open() throws IOException;

    /** A few, in memory. */
    static EncodedEntries of(Iterable<CrlEntry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CrlEntryWriter writer = new CrlEntryWriter(out);
        try {
            for (CrlEntry entry : entries) {
                writer.write(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] encoded = out.toByteArray();
        return new EncodedEntries() {
            @Override
            public long octets() {
                return encoded.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(encoded);
            }
        };
    }
}
