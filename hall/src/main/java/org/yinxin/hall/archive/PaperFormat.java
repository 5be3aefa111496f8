package org.yinxin.hall.archive;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Formats in which papers are taken. */
public enum PaperFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    BMP("image/bmp"),
    PDF("application/pdf");

    /** The formats of pictures, which a browser shows as they are. */
    public static final Set<PaperFormat> PICTURES =
            Collections.unmodifiableSet(EnumSet.of(JPEG, PNG, BMP));

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
            case "pdf" -> Optional.of(PDF);
            default -> Optional.empty();
        };
    }
}
