package org.yinxin.hall.archive;

import java.util.List;
import org.yinxin.hall.archive.pdf.PdfFinding;
import org.yinxin.hall.archive.pdf.PdfReader;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/** Says in words of the archive what was found in a document. */
final class PdfRefusals {

    private PdfRefusals() {}

    static Refusal of(PdfFinding finding) {
        return switch (finding) {
            case PdfFinding.Sound _ ->
                    throw new IllegalArgumentException("nothing is wrong with it");
            case PdfFinding.Damaged _ -> plain(ArchiveError.DAMAGED);
            case PdfFinding.CarriesSomethingElse _ -> plain(ArchiveError.CARRIES_SOMETHING_ELSE);
            case PdfFinding.Locked _ -> plain(ArchiveError.NEEDS_A_PASSWORD);
            case PdfFinding.TooManyPages _ ->
                    with(ArchiveError.TOO_MANY_PAGES, PdfReader.MOST_PAGES);
            case PdfFinding.OddPage(int page) -> with(ArchiveError.NOT_A_PAGE_OF_PAPER, page);
            case PdfFinding.Active(PdfFinding.Deed deed) ->
                    new Refusal(
                            ArchiveError.DOES_MORE_THAN_PAPER,
                            List.of(new Violation(StorePaper.FIELD, "archive.pdf." + deed.code())),
                            List.of());
            case PdfFinding.NotShowable _ -> plain(ArchiveError.CANNOT_BE_SHOWN);
            case PdfFinding.TooManyPixels(int width, int height) -> tooManyPixels(width, height);
            case PdfFinding.TooDemanding _ -> plain(ArchiveError.TAKES_TOO_MUCH);
            case PdfFinding.Unread _ -> plain(ArchiveError.READERS_BUSY);
        };
    }

    static Refusal tooManyPixels(int width, int height) {
        return new Refusal(
                ArchiveError.TOO_MANY_PIXELS,
                List.of(),
                List.of(Integer.toString(width), Integer.toString(height)));
    }

    private static Refusal plain(ArchiveError error) {
        return new Refusal(error, List.of(), List.of());
    }

    private static Refusal with(ArchiveError error, int number) {
        return new Refusal(error, List.of(), List.of(Integer.toString(number)));
    }
}
