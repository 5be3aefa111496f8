package org.yinxin.app.walk;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A small picture in place of a paper. It has no letters, because a bare machine has no fonts. */
final class Picture {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 640;
    private static final Color PAPER = new Color(0xFB, 0xFA, 0xF6);
    private static final Color INK = new Color(0x55, 0x55, 0x55);
    private static final Color CINNABAR = new Color(0xC0, 0x22, 0x1C);

    private final String type;
    private final byte[] bytes;

    private Picture(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** A picture in a format that is taken. */
    static Picture of(String paper, JsonNode formats) {
        for (JsonNode format : formats) {
            if ("png".equals(format.asString())) {
                return new Picture("image/png", draw(paper, "png"));
            }
        }
        return new Picture("image/jpeg", draw(paper, "jpg"));
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A picture that differs from paper to paper. */
    private static byte[] draw(String paper, String format) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(INK);
        pen.drawRect(30, 30, WIDTH - 60, HEIGHT - 60);
        int lines = 4 + Math.floorMod(paper.hashCode(), 5);
        for (int line = 0; line < lines; line++) {
            pen.fillRect(90, 100 + line * 50, 520 - 40 * (line % 3), 14);
        }
        pen.setColor(CINNABAR);
        pen.setStroke(new BasicStroke(8));
        pen.drawOval(620, 340, 200, 200);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
