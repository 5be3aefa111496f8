package org.yinxin.hall.archive.picture;

/** The end record of a ZIP archive. By it an archive is found, whatever stands before it. */
public final class ZipEnd {

    private static final int LENGTH = 22;
    private static final int WINDOW = LENGTH + 0xFFFF;

    private ZipEnd() {}

    /** Whether these bytes can be opened as an archive; the comment's length must fit to be one. */
    public static boolean isIn(byte[] content) {
        Bytes bytes = new Bytes(content);
        int first = Math.max(0, bytes.length() - WINDOW);
        for (int at = bytes.length() - LENGTH; at >= first; at--) {
            if (bytes.uint8(at) == 'P'
                    && bytes.hasAt(at, "PK\5\6")
                    && bytes.uint16Little(at + 20) <= bytes.length() - at - LENGTH) {
                return true;
            }
        }
        return false;
    }
}
