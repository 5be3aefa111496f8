package org.yinxin.hall.archive;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Documents made on the spot. */
public final class Documents {

    /** Does something to a document before it is written. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    private Documents() {}

    /** As a scanner makes it: a picture on each page. */
    public static byte[] pdf(int pages) {
        return pdf(pages, PDRectangle.A4, _ -> {});
    }

    /** A document with something done to it. */
    public static byte[] pdf(Change change) {
        return pdf(1, PDRectangle.A4, change);
    }

    /** A document of pages of this size. */
    public static byte[] pdf(int pages, PDRectangle size, Change change) {
        try (PDDocument document = new PDDocument()) {
            BufferedImage scan = new BufferedImage(60, 90, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                scan.setRGB(i, i, 0xFF0000);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.drawImage(JPEGFactory.createFromImage(document, scan), 50, 50, 400, 600);
                }
            }
            change.to(document);
            return written(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Runs a script when it is opened. */
    public static byte[] withScript() {
        return pdf(
                document ->
                        document.getDocumentCatalog()
                                .setOpenAction(new PDActionJavaScript("app.alert('1');")));
    }

    /** Encrypted; whoever only reads it wants this password, which may be empty. */
    public static byte[] encrypted(String password) {
        return pdf(
                document -> {
                    var policy =
                            new StandardProtectionPolicy("owner", password, new AccessPermission());
                    policy.setEncryptionKeyLength(128);
                    document.protect(policy);
                });
    }

    /** Two megabytes that hold one object, its catalogue, and two gigabytes of spaces behind it. */
    public static byte[] bomb() {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(packed, new Deflater(9))) {
            deflated.write(
                    "1 0 << /Type /Catalog /Pages 4 0 R >>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 2048; i++) {
                deflated.write(spaces);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String start = "%PDF-1.7\n";
        String table =
                "2 0 obj\n<< /Type /XRef /Size 4 /Root 1 0 R /W [1 4 2] /Length 28 >>\nstream\n";
        String holder =
                "\nendstream\nendobj\n3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
                        + " /Length %d >>\nstream\n".formatted(packed.size());
        int place = start.length() + table.length() + 28 + "\nendstream\nendobj\n".length();
        ByteBuffer entries = ByteBuffer.allocate(28);
        entries.put((byte) 0).putInt(0).putShort((short) 0);
        entries.put((byte) 2).putInt(3).putShort((short) 0);
        entries.put((byte) 1).putInt(start.length()).putShort((short) 0);
        entries.put((byte) 1).putInt(place).putShort((short) 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((start + table).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(entries.array());
        out.writeBytes(holder.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(packed.toByteArray());
        out.writeBytes(
                ("\nendstream\nendobj\nstartxref\n" + start.length() + "\n%%EOF\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** The same in the content of a page, which passes two filters so that it has to be kept in between. */
    public static byte[] pageBomb() {
        return pdf(
                document -> {
                    var stream = document.getDocument().createCOSStream();
                    COSArray filters = new COSArray();
                    filters.add(COSName.FLATE_DECODE);
                    filters.add(COSName.ASCII_HEX_DECODE);
                    stream.setItem(COSName.FILTER, filters);
                    byte[] spaces = new byte[1 << 20];
                    Arrays.fill(spaces, (byte) ' ');
                    try (OutputStream raw = stream.createRawOutputStream();
                            OutputStream deflated =
                                    new DeflaterOutputStream(raw, new Deflater(9))) {
                        for (int i = 0; i < 2048; i++) {
                            deflated.write(spaces);
                        }
                    }
                    document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
                });
    }

    /**
     * Written by hand: the objects in the order of their numbers, the first of which is the catalogue. What is between
     * a document of one object and of many is the table of their places, which is reckoned here.
     */
    public static byte[] raw(String... objects) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", text.length()));
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int place = text.length();
        text.append("xref\n0 ").append(objects.length + 1).append('\n').append(table);
        text.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\n");
        text.append("startxref\n").append(place).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A stream written by hand. */
    public static String stream(String dictionary, String content) {
        return "<< %s /Length %d >>\nstream\n%s\nendstream"
                .formatted(dictionary, content.length(), content);
    }

    private static byte[] written(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
