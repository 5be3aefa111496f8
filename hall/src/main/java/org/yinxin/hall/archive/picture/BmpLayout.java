package org.yinxin.hall.archive.picture;

import java.util.List;
import java.util.Set;

/** Windows bitmap: file header, information header, perhaps a palette, then rows padded to four bytes. */
final class BmpLayout {

    private static final int FILE_HEADER = 14;
    private static final int CORE_HEADER = 12;
    private static final int BI_RGB = 0;
    private static final int BI_RLE8 = 1;
    private static final int BI_RLE4 = 2;
    private static final int BI_BITFIELDS = 3;
    private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 16, 24, 32);

    private BmpLayout() {}

    static Layout read(byte[] content) throws MalformedPictureException {
        Bytes bytes = new Bytes(content);
        int header = bytes.int32Little(FILE_HEADER);
        boolean core = header == CORE_HEADER;
        if (!core && (header < 40 || header > 124)) {
            throw new MalformedPictureException("an unknown header");
        }
        int width = core ? bytes.uint16Little(18) : bytes.int32Little(18);
        int height = core ? bytes.uint16Little(20) : bytes.int32Little(22);
        int depth = bytes.uint16Little(core ? 24 : 28);
        int compression = core ? BI_RGB : bytes.int32Little(30);
        if (width <= 0 || height == 0 || height == Integer.MIN_VALUE || !DEPTHS.contains(depth)) {
            throw new MalformedPictureException("a bitmap of no size");
        }
        int start = bytes.int32Little(10);
        if (start < FILE_HEADER + header || start > content.length) {
            throw new MalformedPictureException("the rows start outside the file");
        }
        int end =
                switch (compression) {
                    case BI_RGB, BI_BITFIELDS -> endOfRows(content, start, width, height, depth);
                    case BI_RLE8, BI_RLE4 -> endOfRuns(content, bytes, start);
                    default -> throw new MalformedPictureException("an unknown compression");
                };
        int gap = FILE_HEADER + header;
        return new Layout(
                width, Math.abs(height), false, end, List.of(new Layout.Range(gap, start - gap)));
    }

    private static int endOfRows(byte[] content, int start, int width, int height, int depth)
            throws MalformedPictureException {
        long row = ((long) width * depth + 31) / 32 * 4;
        long end = start + row * Math.abs(height);
        if (end > content.length) {
            // A picture that announces more rows than there are is cut off, or a bomb; its size
            // decides which.
            if ((long) width * Math.abs(height) > Picture.MAX_PIXELS) {
                return content.length;
            }
            throw new MalformedPictureException("rows are missing");
        }
        return (int) end;
    }

    /** The header tells the compressed size; the decoder tells whether it is right. */
    private static int endOfRuns(byte[] content, Bytes bytes, int start)
            throws MalformedPictureException {
        int size = bytes.int32Little(34);
        if (size <= 0 || size > content.length - start) {
            throw new MalformedPictureException("runs are missing");
        }
        return start + size;
    }
}
