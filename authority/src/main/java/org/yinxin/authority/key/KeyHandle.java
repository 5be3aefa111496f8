package org.yinxin.authority.key;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.yinxin.pki.key.Sm3;

/**
 * The name of one key in its store. It contains a part of the key's digest, so that a key that was made by a
 * ceremony which then broke off can never be taken for another.
 */
public record KeyHandle(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int DIGEST_OCTETS = 8;

    public KeyHandle {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a key handle: " + value);
        }
    }

    /** The label, and 8 octets of the SM3 digest of the key in hexadecimal. */
    public static KeyHandle of(String label, PublicKey key) {
        return new KeyHandle(label + "-" + digestPart(key));
    }

    /** Whether it was made for that key, under whatever label. */
    public boolean names(PublicKey key) {
        return value.endsWith("-" + digestPart(key));
    }

    /** What each handle of that key ends with: 16 hexadecimal digits. */
    public static String digestPart(PublicKey key) {
        return HexFormat.of().formatHex(Sm3.digest(key.getEncoded()), 0, DIGEST_OCTETS);
    }
}
