package org.yinxin.hall.archive;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made on the spot. */
public final class Pictures {

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    public static byte[] bmp(int width, int height) {
        return picture("bmp", width, height);
    }

    public static byte[] gif(int width, int height) {
        return picture("gif", width, height);
    }

    private static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < width; i += 3) {
            pen.setColor(new Color(i * 37 % 256, i * 91 % 256, i * 13 % 256));
            pen.drawLine(i, 0, width - i, height);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A JPEG with this segment put right after its start marker. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + payload.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
        out.putShort((short) (payload.length + 2)).put(payload).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /** An EXIF segment that says nothing but the orientation. */
    public static byte[] exif(int orientation, boolean little) {
        ByteBuffer out = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.put((byte) (little ? 'I' : 'M')).put((byte) (little ? 'I' : 'M'));
        out.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        out.putShort((short) 42).putInt(8).putShort((short) 1);
        out.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        out.putShort((short) orientation).putShort((short) 0).putInt(0);
        return out.array();
    }

    /** A PNG with this chunk put right after IHDR. */
    public static byte[] withChunk(byte[] png, String type, byte[] payload) {
        int ihdrEnd = 8 + 25;
        ByteBuffer out = ByteBuffer.allocate(png.length + payload.length + 12);
        out.put(png, 0, ihdrEnd).put(chunk(type, payload)).put(png, ihdrEnd, png.length - ihdrEnd);
        return out.array();
    }

    /** A PNG of a few bytes that announces so many pixels. */
    public static byte[] pngBomb(int width, int height) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        byte[] small = png(1, 1);
        byte[] head = chunk("IHDR", header);
        byte[] bomb = small.clone();
        System.arraycopy(head, 0, bomb, 8, head.length);
        return bomb;
    }

    public static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] chunk(String type, byte[] payload) {
        byte[] body = join(type.getBytes(StandardCharsets.US_ASCII), payload);
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(payload.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
