package org.yinxin.hall.archive.picture;

/** The orientation tag (0x0112) in the first directory of an EXIF segment. Anything odd reads as upright. */
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final int EXIF_HEADER = 6;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 200;

    private final Bytes bytes;
    private final int start;
    private final int length;

    ExifOrientation(Bytes bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** Orientations 5 to 8 are turned by a quarter. */
    boolean exchangesSides() {
        int value = read();
        return value >= 5 && value <= 8;
    }

    private int read() {
        int tiff = start + EXIF_HEADER;
        if (length < EXIF_HEADER + 10 || !bytes.text(start, EXIF_HEADER).equals("Exif\0\0")) {
            return 1;
        }
        boolean little = bytes.text(tiff, 2).equals("II");
        try {
            int offset = little ? bytes.int32Little(tiff + 4) : bytes.int32(tiff + 4);
            if (offset < 8 || offset > length) {
                return 1;
            }
            int directory = tiff + offset;
            int entries = Math.min(uint16(directory, little), MOST_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY;
                if (uint16(entry, little) == TAG) {
                    return uint16(entry + 8, little);
                }
            }
            return 1;
        } catch (Bytes.CutOffException odd) {
            return 1;
        }
    }

    private int uint16(int at, boolean little) {
        return little ? bytes.uint16Little(at) : bytes.uint16(at);
    }
}
