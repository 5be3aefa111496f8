package org.yinxin.hall.archive.picture;

import org.yinxin.hall.archive.picture.Bytes.CutOffException;

/** Inspects a file that is said to be a picture. */
public final class Picture {

    /** A4 at 600 dpi has 35 million. */
    public static final long MAX_PIXELS = 40_000_000;

    private static final String[] FOREIGN = {
        "%pdf-", "<script", "<html", "<svg", "<?php", "<!doctype", "javascript:"
    };
    private static final int PDF_WINDOW = 1024;

    private Picture() {}

    /** Looks at the kind, then at the header, then at the layout, and only then decodes. */
    public static Finding inspect(byte[] content) {
        FileKind kind = FileKind.of(content);
        try {
            Layout layout =
                    switch (kind) {
                        case JPEG -> JpegLayout.read(content);
                        case PNG -> PngLayout.read(content);
                        case BMP -> BmpLayout.read(content);
                        default -> null;
                    };
            return layout == null ? new Finding.SomethingElse(kind) : judge(content, kind, layout);
        } catch (CutOffException | MalformedPictureException broken) {
            return new Finding.Damaged();
        }
    }

    private static Finding judge(byte[] content, FileKind kind, Layout layout)
            throws MalformedPictureException {
        if (layout.pixels() > MAX_PIXELS) {
            return new Finding.TooManyPixels(layout.width(), layout.height());
        }
        if (carriesSomethingElse(new Bytes(content), layout) || ZipEnd.isIn(content)) {
            return new Finding.CarriesSomethingElse();
        }
        Decoding.check(content, kind, layout);
        return layout.turned()
                ? new Finding.Sound(kind, layout.height(), layout.width())
                : new Finding.Sound(kind, layout.width(), layout.height());
    }

    private static boolean carriesSomethingElse(Bytes bytes, Layout layout) {
        return !bytes.onlyZeroesFrom(layout.end())
                || layout.remarks().stream()
                        .anyMatch(r -> bytes.mentions(r.from(), r.length(), FOREIGN))
                || bytes.mentions(0, Math.min(PDF_WINDOW, bytes.length()), "%pdf-");
    }
}
