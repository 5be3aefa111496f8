package org.yinxin.hall.archive.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): chunks, each with its CRC, from IHDR to IEND. */
final class PngLayout {

    private static final int SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;

    private PngLayout() {}

    static Layout read(byte[] content) throws MalformedPictureException {
        Bytes bytes = new Bytes(content);
        if (!bytes.hasAt(SIGNATURE + 4, "IHDR") || bytes.int32(SIGNATURE) != 13) {
            throw new MalformedPictureException("no IHDR at the start");
        }
        int width = bytes.int32(SIGNATURE + 8);
        int height = bytes.int32(SIGNATURE + 12);
        if (width <= 0 || height <= 0) {
            throw new MalformedPictureException("a PNG of no size");
        }
        List<Layout.Range> remarks = new ArrayList<>();
        boolean data = false;
        int at = SIGNATURE;
        while (true) {
            int length = bytes.int32(at);
            if (length < 0 || length > content.length - at - CHUNK_FRAME) {
                throw new MalformedPictureException("a chunk is longer than the file");
            }
            checkCrc(content, bytes, at, length);
            String type = bytes.text(at + 4, 4);
            data |= type.equals("IDAT");
            at += CHUNK_FRAME + length;
            if (type.equals("IEND")) {
                break;
            }
            if (Character.isLowerCase(type.charAt(0))) {
                remarks.add(new Layout.Range(at - length - 4, length));
            }
        }
        if (!data) {
            throw new MalformedPictureException("no picture data");
        }
        return new Layout(width, height, false, at, remarks);
    }

    private static void checkCrc(byte[] content, Bytes bytes, int at, int length)
            throws MalformedPictureException {
        CRC32 crc = new CRC32();
        crc.update(content, at + 4, 4 + length);
        if ((int) crc.getValue() != bytes.int32(at + 8 + length)) {
            throw new MalformedPictureException("a chunk's CRC does not fit");
        }
    }
}
