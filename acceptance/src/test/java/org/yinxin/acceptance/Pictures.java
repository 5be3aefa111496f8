package org.yinxin.acceptance;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** Papers of nobody: small pictures that say what they stand for. */
final class Pictures {

    private Pictures() {}

    static byte[] png(String words) {
        return encoded(drawn(words), "png");
    }

    static byte[] jpg(String words) {
        return encoded(drawn(words), "jpg");
    }

    private static BufferedImage drawn(String words) {
        var picture = new BufferedImage(900, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xFB, 0xFA, 0xF6));
        pen.fillRect(0, 0, 900, 640);
        pen.setColor(new Color(0x33, 0x33, 0x33));
        pen.drawRect(30, 30, 840, 580);
        pen.setFont(new Font("WenQuanYi Micro Hei", Font.PLAIN, 44));
        pen.drawString(words, 90, 180);
        pen.setFont(pen.getFont().deriveFont(28f));
        pen.drawString("云岭市星河测试科技有限公司", 90, 260);
        pen.setColor(new Color(0xC0, 0x22, 0x1C));
        pen.drawOval(620, 330, 220, 220);
        pen.dispose();
        return picture;
    }

    /** In a format that a paper may have; one that can be written here. */
    static byte[] anyOf(JsonNode formats, String words) {
        List<String> offered = formats.valueStream().map(JsonNode::asString).toList();
        if (offered.contains("png")) {
            return png(words);
        }
        if (offered.contains("jpg")) {
            try {
                return encoded(ImageIO.read(new ByteArrayInputStream(png(words))), "jpg");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("nothing here draws " + offered);
    }

    static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
