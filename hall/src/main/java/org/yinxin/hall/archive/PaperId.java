package org.yinxin.hall.archive;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.yinxin.pki.key.Sm3;

/** A paper, by the SM3 digest of its bytes in lower case hexadecimal digits. */
public record PaperId(String sm3) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public PaperId {
        if (!FORM.matcher(sm3).matches()) {
            throw new IllegalArgumentException("not an SM3 digest");
        }
    }

    /** The id that these bytes have. */
    public static PaperId of(byte[] content) {
        return new PaperId(HexFormat.of().formatHex(Sm3.digest(content)));
    }

    @Override
    public String toString() {
        return sm3;
    }
}
