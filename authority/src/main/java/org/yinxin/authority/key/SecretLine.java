package org.yinxin.authority.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first line of a file that nobody but its owner may read. Whoever asks wipes what is answered. */
public final class SecretLine {

    private SecretLine() {}

    /**
     * Reads it, in UTF-8 and without its end.
     *
     * @throws KeyStoreUnavailableException when others may read the file
     */
    public static char[] read(Path file) throws IOException {
        OwnerOnly.require(file);
        byte[] octets = Files.readAllBytes(file);
        CharBuffer all = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
        char[] line = firstLine(all);
        Arrays.fill(octets, (byte) 0);
        Arrays.fill(all.array(), '\0');
        return line;
    }

    private static char[] firstLine(CharBuffer text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return Arrays.copyOf(text.array(), end);
    }
}
