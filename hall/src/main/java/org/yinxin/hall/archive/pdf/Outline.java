package org.yinxin.hall.archive.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yinxin.hall.archive.picture.ZipEnd;

/**
 * How a PDF file begins and ends, seen without understanding what is between. Readers forgive almost anything here,
 * which is how one file is made to be two; a file that a printer driver or a scanner wrote needs no forgiveness.
 */
final class Outline {

    private static final String START = "%PDF-";
    private static final String END = "%%EOF";

    /** A further part of the file: a web-optimised file has an end mark near its start. */
    private static final Pattern MORE_OF_IT = Pattern.compile("\\s*\\d+ \\d+ obj");

    private static final int WINDOW = 64;

    private Outline() {}

    /** What is wrong with it, if anything is. */
    static Optional<PdfFinding> fault(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(START) || ZipEnd.isIn(content)) {
            return Optional.of(new PdfFinding.CarriesSomethingElse());
        }
        int end = text.lastIndexOf(END);
        if (end < 0) {
            return Optional.of(new PdfFinding.Damaged());
        }
        int after = end + END.length();
        if (isBlankFrom(content, after)) {
            return Optional.empty();
        }
        String next = text.substring(after, Math.min(text.length(), after + WINDOW));
        return Optional.of(
                MORE_OF_IT.matcher(next).lookingAt()
                        ? new PdfFinding.Damaged()
                        : new PdfFinding.CarriesSomethingElse());
    }

    private static boolean isBlankFrom(byte[] content, int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] != 0 && !Character.isWhitespace(content[i])) {
                return false;
            }
        }
        return true;
    }
}
