package org.yinxin.hall.archive;

import java.util.Locale;
import java.util.Optional;

/** Formats in which papers are taken. */
public enum PaperFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    BMP("image/bmp");

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Reads a format as plans spell it; {@code jpg} is {@code jpeg}. */
    public static Optional<PaperFormat> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "jpeg", "jpg" -> Optional.of(JPEG);
            case "png" -> Optional.of(PNG);
            case "bmp" -> Optional.of(BMP);
            default -> Optional.empty();
        };
    }
}
