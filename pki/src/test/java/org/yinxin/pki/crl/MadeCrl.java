package org.yinxin.pki.crl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.yinxin.pki.key.SigningKey;

/** A short list, whole in memory. */
public final class MadeCrl {

    private MadeCrl() {}

    public static byte[] of(CrlHead head, List<CrlEntry> entries, SigningKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            StreamedCrl crl = StreamedCrl.sign(head, EncodedEntries.of(entries), key);
            crl.writeTo(out);
            if (out.size() != crl.octets() || !crl.isSignedBy(key.publicKey())) {
                throw new AssertionError("the list is not as it says");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
