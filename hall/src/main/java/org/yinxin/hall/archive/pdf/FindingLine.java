package org.yinxin.hall.archive.pdf;

import java.util.regex.Pattern;

/** A finding as one line of text, in which the process that reads a file tells it. */
final class FindingLine {

    private static final Pattern SPACE = Pattern.compile(" ");

    private FindingLine() {}

    static String write(PdfFinding finding) {
        String word = finding.getClass().getSimpleName();
        return switch (finding) {
            case PdfFinding.Sound(int pages, int width, int height) ->
                    word + " " + pages + " " + width + " " + height;
            case PdfFinding.OddPage(int page) -> word + " " + page;
            case PdfFinding.Active(PdfFinding.Deed deed) -> word + " " + deed;
            case PdfFinding.TooManyPixels(int width, int height) ->
                    word + " " + width + " " + height;
            case PdfFinding.Damaged _,
                    PdfFinding.CarriesSomethingElse _,
                    PdfFinding.Locked _,
                    PdfFinding.TooManyPages _,
                    PdfFinding.NotShowable _,
                    PdfFinding.TooDemanding _,
                    PdfFinding.Unread _ ->
                    word;
        };
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    static PdfFinding read(String line) {
        String[] said = SPACE.split(line, -1);
        return switch (said[0] + "/" + (said.length - 1)) {
            case "Sound/3" ->
                    new PdfFinding.Sound(number(said[1]), number(said[2]), number(said[3]));
            case "OddPage/1" -> new PdfFinding.OddPage(number(said[1]));
            case "Active/1" -> new PdfFinding.Active(PdfFinding.Deed.valueOf(said[1]));
            case "TooManyPixels/2" ->
                    new PdfFinding.TooManyPixels(number(said[1]), number(said[2]));
            case "Damaged/0" -> new PdfFinding.Damaged();
            case "CarriesSomethingElse/0" -> new PdfFinding.CarriesSomethingElse();
            case "Locked/0" -> new PdfFinding.Locked();
            case "TooManyPages/0" -> new PdfFinding.TooManyPages();
            case "NotShowable/0" -> new PdfFinding.NotShowable();
            case "TooDemanding/0" -> new PdfFinding.TooDemanding();
            default -> throw new IllegalArgumentException("not a finding: " + line);
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
