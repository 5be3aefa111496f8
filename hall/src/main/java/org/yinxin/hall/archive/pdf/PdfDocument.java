package org.yinxin.hall.archive.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** An open document. It lives in the process that may die of it. */
final class PdfDocument implements AutoCloseable {

    /** For what was deciphered; the content itself is in memory already. */
    private static final long CACHE_BYTES = 64L * 1024 * 1024;

    /** An A4 page gets 205 pixels an inch, on which the finest print of a stamp can be read. */
    private static final int LONGEST_SIDE = 2400;

    private static final int MOST_PER_INCH = 300;

    /** Enough to know that a page can be drawn. */
    private static final int GLANCE = 300;

    private final PDDocument document;

    private PdfDocument(PDDocument document) {
        this.document = document;
    }

    /** Opens it as anybody would, without a password. */
    static PdfDocument open(byte[] content) throws IOException {
        return new PdfDocument(
                Loader.loadPDF(
                        new RandomAccessReadBuffer(content),
                        MemoryUsageSetting.setupMainMemoryOnly(CACHE_BYTES).streamCache));
    }

    /** Opens it, looks at all that is in it, and draws each page small. */
    static PdfFinding inspect(byte[] content) {
        try (PdfDocument document = open(content)) {
            return document.inspect();
        } catch (InvalidPasswordException | NoClassDefFoundError locked) {
            // Files for the holders of certificates want libraries that are not here.
            return new PdfFinding.Locked();
        } catch (IOException | RuntimeException broken) {
            return new PdfFinding.Damaged();
        }
    }

    private PdfFinding inspect() throws IOException {
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            pages.add(page);
            if (pages.size() > PdfReader.MOST_PAGES) {
                return new PdfFinding.TooManyPages();
            }
        }
        if (pages.isEmpty() || !isCountedRight(pages)) {
            return new PdfFinding.Damaged();
        }
        for (PDPage page : pages) {
            if (!PageSize.of(page).isOfPaper()) {
                return new PdfFinding.OddPage(pages.indexOf(page) + 1);
            }
        }
        var fault = ObjectGraph.fault(document.getDocument());
        if (fault.isPresent()) {
            return fault.get();
        }
        for (int page = 0; page < pages.size(); page++) {
            draw(page, GLANCE);
        }
        PageSize first = PageSize.of(pages.getFirst());
        float scale = first.scale(LONGEST_SIDE, MOST_PER_INCH);
        return new PdfFinding.Sound(
                pages.size(),
                PageSize.pixels(first.width(), scale),
                PageSize.pixels(first.height(), scale));
    }

    /** Whether a page asked for by its number is the one that stands there; otherwise some could never be seen. */
    @SuppressWarnings("ReferenceEquality") // the very page, and not one like it
    private boolean isCountedRight(List<PDPage> pages) {
        if (document.getNumberOfPages() != pages.size()) {
            return false;
        }
        for (int page = 0; page < pages.size(); page++) {
            if (document.getPage(page).getCOSObject() != pages.get(page).getCOSObject()) {
                return false;
            }
        }
        return true;
    }

    /** A page, counted from 1, as large as it is shown. */
    BufferedImage draw(int page) throws IOException {
        return draw(page - 1, LONGEST_SIDE);
    }

    private BufferedImage draw(int index, int longestSide) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        float scale = PageSize.of(document.getPage(index)).scale(longestSide, MOST_PER_INCH);
        return renderer.renderImage(index, scale, ImageType.RGB);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
