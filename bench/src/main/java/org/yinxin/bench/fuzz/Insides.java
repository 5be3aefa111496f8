package org.yinxin.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tells whether an answer shows what a server is made of, as a stack trace does. */
final class Insides {

    private static final Pattern TRACE =
            Pattern.compile("Exception|\\bat org\\.|\\bjava\\.|bouncycastle|SQL|postgres");

    /** Three letters in a row are found in one of some hundred thousand signatures; a text of this length in none. */
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e]{12,}");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\r\\n]*={0,2}[\\r\\n]*");

    private Insides() {}

    /** What was written in base64; an answer that only says it were is looked at as it is. */
    static byte[] decoded(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return BASE64.matcher(text).matches() ? Base64.getMimeDecoder().decode(answer) : answer;
    }

    static boolean areIn(byte[] answer) {
        return TEXT.matcher(new String(answer, StandardCharsets.ISO_8859_1))
                .results()
                .anyMatch(text -> TRACE.matcher(text.group()).find());
    }
}
