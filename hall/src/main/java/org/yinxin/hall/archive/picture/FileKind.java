package org.yinxin.hall.archive.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a file is by its first bytes. */
public enum FileKind {
    JPEG,
    PNG,
    BMP,
    GIF,
    WEBP,
    TIFF,
    HEIC,
    PDF,
    OFD_OR_ZIP,
    OFFICE,
    RAR,
    SEVEN_ZIP,
    PROGRAM,
    SVG,
    HTML,
    UNKNOWN;

    private static final int TEXT_WINDOW = 1024;

    /** Never fails; what is not known is {@link #UNKNOWN}. */
    public static FileKind of(byte[] content) {
        Bytes bytes = new Bytes(content);
        if (bytes.startsWith(0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (bytes.startsWith(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (bytes.startsWith('B', 'M') && bytes.length() >= 26 && bytes.int32Little(6) == 0) {
            return BMP;
        }
        if (bytes.startsWith('G', 'I', 'F', '8')) {
            return GIF;
        }
        if (bytes.startsWith('R', 'I', 'F', 'F') && bytes.hasAt(8, "WEBP")) {
            return WEBP;
        }
        if (bytes.startsWith('I', 'I', 42, 0) || bytes.startsWith('M', 'M', 0, 42)) {
            return TIFF;
        }
        if (bytes.hasAt(4, "ftyp")) {
            return HEIC;
        }
        return ofDocument(bytes, content);
    }

    private static FileKind ofDocument(Bytes bytes, byte[] content) {
        if (bytes.startsWith('P', 'K', 3, 4) || bytes.startsWith('P', 'K', 5, 6)) {
            return OFD_OR_ZIP;
        }
        if (bytes.startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return OFFICE;
        }
        if (bytes.startsWith('R', 'a', 'r', '!')) {
            return RAR;
        }
        if (bytes.startsWith('7', 'z', 0xBC, 0xAF)) {
            return SEVEN_ZIP;
        }
        if (bytes.startsWith('M', 'Z')
                || bytes.startsWith(0x7F, 'E', 'L', 'F')
                || bytes.startsWith('#', '!')) {
            return PROGRAM;
        }
        String text =
                new String(
                                Arrays.copyOf(content, Math.min(content.length, TEXT_WINDOW)),
                                StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        if (text.contains("%pdf-")) {
            return PDF;
        }
        if (text.contains("<svg")) {
            return SVG;
        }
        return text.contains("<html") || text.contains("<!doctype html") || text.contains("<script")
                ? HTML
                : UNKNOWN;
    }
}
