package org.yinxin.pki.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text form of DER (RFC 7468), read strictly about its frame and leniently about its line breaks. */
final class Pem {

    private static final Pattern FRAME =
            Pattern.compile(
                    "\\s*-----BEGIN ((?:NEW )?CERTIFICATE REQUEST)-----([A-Za-z0-9+/=\\s]++)-----END \\1-----\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Pem() {}

    /** The DER inside; the input itself when it begins as DER does; null when it is neither. */
    static byte @Nullable [] derOf(byte[] pemOrDer) {
        if (pemOrDer.length == 0) {
            return null;
        }
        if (pemOrDer[0] == 0x30) {
            return pemOrDer;
        }
        String text = new String(pemOrDer, StandardCharsets.ISO_8859_1);
        Matcher frame = FRAME.matcher(text);
        String body = frame.matches() ? frame.group(2) : text;
        try {
            return Base64.getDecoder().decode(BLANKS.matcher(body).replaceAll(""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String encode(String label, byte[] der) {
        String body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
