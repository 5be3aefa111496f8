package org.yinxin.hall.archive.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The program of the process: a document comes in, and one finding or one drawn page goes out. It is told no name of a
 * file and knows none of the hall's settings.
 */
final class PdfProcess {

    static final String INSPECT = "inspect";
    static final String DRAW = "draw";

    /** What the Java VM itself says when the memory is used up. */
    static final int EXHAUSTED = 3;

    static final int BROKEN = 4;

    private static final float QUALITY = 0.9f;

    private PdfProcess() {}

    static void main(String[] asked) throws IOException {
        // What a library remarks about somebody else's file is nobody's news.
        LogManager.getLogManager().reset();
        byte[] content = System.in.readAllBytes();
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(answer(asked, content));
        } catch (StackOverflowError | OutOfMemoryError used) {
            Runtime.getRuntime().exit(EXHAUSTED);
        } catch (IOException | RuntimeException broken) {
            Runtime.getRuntime().exit(BROKEN);
        }
    }

    private static byte[] answer(String[] asked, byte[] content) throws IOException {
        return switch (asked[0]) {
            case INSPECT ->
                    FindingLine.write(PdfDocument.inspect(content))
                            .getBytes(StandardCharsets.US_ASCII);
            case DRAW -> draw(content, Integer.parseInt(asked[1]));
            default -> throw new IllegalArgumentException(asked[0]);
        };
    }

    private static byte[] draw(byte[] content, int page) throws IOException {
        try (PdfDocument document = PdfDocument.open(content)) {
            return jpeg(document.draw(page));
        }
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
