package org.yinxin.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A PDF as a scanner writes it (ISO 32000-1, 7.5): a photograph on each page, and nothing else. */
final class Scan {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private Scan() {}

    /** So many pages, each with this picture of 900 by 640 pixels. */
    static byte[] of(byte[] jpeg, int pages) {
        return new Scan().write(jpeg, pages);
    }

    private byte[] write(byte[] jpeg, int pages) {
        text("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Count %d /Kids [%s] >>".formatted(pages, kids(pages)));
        stream(
                "/Type /XObject /Subtype /Image /Width 900 /Height 640 /ColorSpace /DeviceRGB"
                        + " /BitsPerComponent 8 /Filter /DCTDecode",
                jpeg);
        stream("", "842 0 0 595 0 0 cm /Scan Do".getBytes(StandardCharsets.US_ASCII));
        for (int page = 0; page < pages; page++) {
            object(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R"
                            + " /Resources << /XObject << /Scan 3 0 R >> >> >>");
        }
        int table = file.size();
        text("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
        places.forEach(place -> text("%010d 00000 n \n".formatted(place)));
        text("trailer\n<< /Size %d /Root 1 0 R >>\n".formatted(places.size() + 1));
        text("startxref\n%d\n%%%%EOF\n".formatted(table));
        return file.toByteArray();
    }

    private static String kids(int pages) {
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages; page++) {
            kids.append(5 + page).append(" 0 R ");
        }
        return kids.toString();
    }

    private void object(String content) {
        begin();
        text(content + "\nendobj\n");
    }

    private void stream(String entries, byte[] content) {
        begin();
        text("<< %s /Length %d >>\nstream\n".formatted(entries, content.length));
        file.writeBytes(content);
        text("\nendstream\nendobj\n");
    }

    private void begin() {
        places.add(file.size());
        text(places.size() + " 0 obj\n");
    }

    private void text(String text) {
        file.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
