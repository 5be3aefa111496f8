package org.yinxin.hall.archive.picture;

import java.util.List;

/**
 * How a picture file is laid out, read without decoding a pixel.
 *
 * @param width in pixels as stored
 * @param height in pixels as stored
 * @param turned whether it is shown with width and height exchanged (EXIF orientation 5 to 8)
 * @param end the offset behind the picture's last byte
 * @param remarks ranges that hold text or data beside the picture
 */
record Layout(int width, int height, boolean turned, int end, List<Range> remarks) {

    Layout {
        remarks = List.copyOf(remarks);
    }

    long pixels() {
        return (long) width * height;
    }

    record Range(int from, int length) {}
}
