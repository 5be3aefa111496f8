package org.yinxin.hall.archive;

import org.springframework.stereotype.Component;
import org.yinxin.hall.archive.pdf.PdfReader;
import org.yinxin.hall.outcome.Outcome;

/**
 * Draws one page of a document as a picture, so that it is seen beside the other papers on any device, and nothing of
 * what it may contain besides runs at the reader's. Like {@link ReadPaper} it asks nobody who they are.
 *
 * <p>Refuses a page that is not there, any page of a picture, a page that takes too much to draw, and any page while
 * too many others are being read. It takes seconds and belongs in no transaction.
 */
@Component
public class DrawPage {

    private final PdfReader pdfReader;

    DrawPage(PdfReader pdfReader) {
        this.pdfReader = pdfReader;
    }

    /** A page, counted from 1. */
    public Outcome<PageContent> draw(PaperContent paper, int page) {
        StoredPaper about = paper.about();
        if (about.format() != PaperFormat.PDF || page < 1 || page > about.pages()) {
            return Outcome.refused(ArchiveError.NO_SUCH_PAGE);
        }
        return switch (pdfReader.draw(paper.content(), page)) {
            case PdfReader.Drawing.Done(byte[] jpeg) ->
                    Outcome.done(new PageContent(about.id(), page, jpeg));
            case PdfReader.Drawing.Failed(var why) -> Outcome.refused(PdfRefusals.of(why));
        };
    }
}
