package org.yinxin.hall.archive.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture once, to know that all of it is there. */
final class Decoding {

    /** Rows and columns are thinned out to about this many, so that a decoded picture stays small. */
    private static final int KEPT = 512;

    /** A large progressive JPEG takes some hundred megabytes while it is decoded: two at a time are enough. */
    private static final Semaphore ROOM = new Semaphore(2);

    private Decoding() {}

    static void check(byte[] content, FileKind kind, Layout layout)
            throws MalformedPictureException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        ImageReader reader = readers.next();
        ROOM.acquireUninterruptibly();
        try (ImageInputStream input =
                new MemoryCacheImageInputStream(
                        new ByteArrayInputStream(content, 0, layout.end()))) {
            AtomicBoolean premature = new AtomicBoolean();
            reader.addIIOReadWarningListener(warning(premature));
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != layout.width() || reader.getHeight(0) != layout.height()) {
                throw new MalformedPictureException("two opinions about its size");
            }
            ImageReadParam thin = reader.getDefaultReadParam();
            int step = 1 + (int) Math.sqrt((double) layout.pixels()) / KEPT;
            thin.setSourceSubsampling(step, step, 0, 0);
            if (reader.canReadRaster()) {
                reader.readRaster(
                        0, thin); // colour spaces that cannot be shown here, such as CMYK, are no
                // damage
            } else {
                reader.read(0, thin);
            }
            if (premature.get()) {
                throw new MalformedPictureException("the data ends before the picture does");
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new MalformedPictureException("cannot be decoded", broken);
        } finally {
            ROOM.release();
            reader.dispose();
        }
    }

    private static IIOReadWarningListener warning(AtomicBoolean premature) {
        return (source, text) -> {
            if (text.toLowerCase(Locale.ROOT).contains("premature")) {
                premature.set(true);
            }
        };
    }
}
