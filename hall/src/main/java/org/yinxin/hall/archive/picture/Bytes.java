package org.yinxin.hall.archive.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads numbers out of bytes that somebody else wrote. Reading past the end throws {@link CutOffException}, so that
 * a parser need not ask before each step.
 */
final class Bytes {

    private final byte[] content;

    Bytes(byte[] content) {
        this.content = content;
    }

    int length() {
        return content.length;
    }

    int uint8(int at) {
        if (at < 0 || at >= content.length) {
            throw new CutOffException();
        }
        return content[at] & 0xFF;
    }

    int uint16(int at) {
        return uint8(at) << 8 | uint8(at + 1);
    }

    int uint16Little(int at) {
        return uint8(at + 1) << 8 | uint8(at);
    }

    int int32(int at) {
        return uint16(at) << 16 | uint16(at + 2);
    }

    int int32Little(int at) {
        return uint16Little(at + 2) << 16 | uint16Little(at);
    }

    boolean startsWith(int... values) {
        if (content.length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((content[i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    boolean hasAt(int at, String ascii) {
        return content.length >= at + ascii.length() && text(at, ascii.length()).equals(ascii);
    }

    String text(int from, int length) {
        if (from < 0 || length < 0 || from > content.length - length) {
            throw new CutOffException();
        }
        return new String(content, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Whether one of these, in any case, stands in this range. */
    boolean mentions(int from, int length, String... needles) {
        String hay = text(from, length).toLowerCase(Locale.ROOT);
        return Stream.of(needles).anyMatch(hay::contains);
    }

    /** Whether everything from here to the end is 0. */
    boolean onlyZeroesFrom(int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes end before what they announce. */
    static final class CutOffException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CutOffException() {
            super("the bytes end too early", null, false, false);
        }
    }
}
