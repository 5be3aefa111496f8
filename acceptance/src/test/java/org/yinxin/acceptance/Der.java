package org.yinxin.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One DER element, just enough to cut structures apart without using the product's own parser. */
final class Der {

    private final byte[] content;
    private final byte[] encoded;

    private Der(byte[] content, byte[] encoded) {
        this.content = content;
        this.encoded = encoded;
    }

    static Der parse(byte[] bytes) {
        return at(bytes, 0);
    }

    private static Der at(byte[] bytes, int start) {
        int length = bytes[start + 1] & 0xFF;
        int content = start + 2;
        if (length > 0x80) {
            int octets = length & 0x7F;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | (bytes[content++] & 0xFF);
            }
        }
        return new Der(
                Arrays.copyOfRange(bytes, content, content + length),
                Arrays.copyOfRange(bytes, start, content + length));
    }

    /** The contents octets. */
    byte[] content() {
        return content;
    }

    /** The whole element with its identifier and length. */
    byte[] encoded() {
        return encoded;
    }

    List<Der> children() {
        var found = new ArrayList<Der>();
        for (int at = 0; at < content.length; ) {
            Der child = at(content, at);
            found.add(child);
            at += child.encoded.length;
        }
        return found;
    }
}
