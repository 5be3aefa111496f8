package org.yinxin.hall.archive.picture;

import java.util.ArrayList;
import java.util.List;

/** JPEG (ITU-T T.81): segments up to the first scan, scans up to the end marker, EXIF orientation on the way. */
final class JpegLayout {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int COM = 0xFE;

    private final Bytes bytes;
    private final List<Layout.Range> remarks = new ArrayList<>();
    private int width;
    private int height;
    private boolean turned;
    private boolean scanned;
    private int at;

    private JpegLayout(byte[] content, int start) {
        this.bytes = new Bytes(content);
        this.at = start;
    }

    /** Cameras append further pictures (multi-picture format); these are walked through too. */
    static Layout read(byte[] content) throws MalformedPictureException {
        JpegLayout first = new JpegLayout(content, 0);
        first.walk();
        int end = first.at;
        while (isPicture(first.bytes, end)) {
            JpegLayout next = new JpegLayout(content, end);
            next.walk();
            first.remarks.addAll(next.remarks);
            end = next.at;
        }
        return new Layout(first.width, first.height, first.turned, end, first.remarks);
    }

    private static boolean isPicture(Bytes bytes, int at) {
        return at + 3 <= bytes.length()
                && bytes.uint16(at) == 0xFFD8
                && bytes.uint8(at + 2) == 0xFF;
    }

    private void walk() throws MalformedPictureException {
        if (bytes.uint16(at) != (0xFF00 | SOI)) {
            throw new MalformedPictureException("no start marker");
        }
        at += 2;
        while (true) {
            int marker = nextMarker();
            if (marker == EOI) {
                break;
            }
            segment(marker);
            if (marker == SOS) {
                scanned = true;
                skipScan();
            }
        }
        if (width == 0 || height == 0 || !scanned) {
            throw new MalformedPictureException("a JPEG of no size or without a scan");
        }
    }

    private int nextMarker() throws MalformedPictureException {
        if (bytes.uint8(at++) != 0xFF) {
            throw new MalformedPictureException("no marker where one must be");
        }
        int marker = bytes.uint8(at++);
        while (marker == 0xFF) {
            marker = bytes.uint8(at++);
        }
        return marker;
    }

    private void segment(int marker) throws MalformedPictureException {
        int length = bytes.uint16(at);
        if (length < 2 || at + length > bytes.length()) {
            throw new MalformedPictureException("a segment is longer than the file");
        }
        if (isFrame(marker)) {
            if (width != 0) {
                throw new MalformedPictureException("two frames");
            }
            height = bytes.uint16(at + 3);
            width = bytes.uint16(at + 5);
        }
        if ((marker >= 0xE0 && marker <= 0xEF) || marker == COM) {
            remarks.add(new Layout.Range(at + 2, length - 2));
        }
        if (marker == APP1) {
            turned |= new ExifOrientation(bytes, at + 2, length - 2).exchangesSides();
        }
        at += length;
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /** Entropy-coded data ends at a marker other than a stuffed zero or a restart. */
    private void skipScan() {
        while (true) {
            if (bytes.uint8(at) == 0xFF) {
                int next = bytes.uint8(at + 1);
                boolean inside = next == 0 || (next >= 0xD0 && next <= 0xD7);
                if (!inside && next != 0xFF) {
                    return;
                }
                at += next == 0xFF ? 1 : 2;
            } else {
                at++;
            }
        }
    }
}
