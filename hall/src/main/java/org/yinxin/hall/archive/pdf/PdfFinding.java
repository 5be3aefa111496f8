package org.yinxin.hall.archive.pdf;

import java.util.Locale;

/** What became of a PDF file that was looked at. */
public sealed interface PdfFinding {

    /**
     * A whole document of paper, all of whose pages can be drawn.
     *
     * @param pages how many
     * @param width of the first page as it is drawn, in pixels
     * @param height of the first page as it is drawn, in pixels
     */
    record Sound(int pages, int width, int height) implements PdfFinding {}

    /** Cut off or broken. */
    record Damaged() implements PdfFinding {}

    /** A PDF file that is another kind of file at the same time, or has something before or after it. */
    record CarriesSomethingElse() implements PdfFinding {}

    /** Nobody can open it without a password. */
    record Locked() implements PdfFinding {}

    /** More than {@link PdfReader#MOST_PAGES}. */
    record TooManyPages() implements PdfFinding {}

    /** This page, counted from 1, is smaller or larger than any paper. */
    record OddPage(int page) implements PdfFinding {}

    /** It does something, or carries files. */
    record Active(Deed deed) implements PdfFinding {}

    /** A picture in it is compressed in a way (JPEG 2000, JBIG2) that cannot be shown here. */
    record NotShowable() implements PdfFinding {}

    /** A picture in it has more pixels than anybody scans. */
    record TooManyPixels(int width, int height) implements PdfFinding {}

    /** Opening it takes more memory or time than any paper does. */
    record TooDemanding() implements PdfFinding {}

    /** So many others are being read that it was not looked at. */
    record Unread() implements PdfFinding {}

    /** What a document does or carries that no paper does. */
    enum Deed {
        /** JavaScript. */
        SCRIPT,
        /** Starts a program, opens another file or sends data away. */
        LAUNCH,
        /** Files within the file. */
        ATTACHMENT,
        /** A form that is a program (XFA). */
        FORM,
        /** Sound, film or space. */
        MEDIA;

        /** Lower case, as message keys have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
