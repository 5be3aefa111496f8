package org.yinxin.hall.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.hall.archive.Documents;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.archive.pdf.PdfFinding.Deed;

class PdfReaderTest {

    private static final String CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>";
    private static final String ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

    private static final String CHINESE =
            "/Resources << /Font << /F << /Type /Font /Subtype /Type0 /BaseFont /SimSun"
                    + " /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font"
                    + " /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo"
                    + " << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
                    + " /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 >>"
                    + " >>] >> >> >> /Contents 4 0 R";

    @TempDir static Path fonts;

    private final PdfReader reader = new PdfReader(fonts);

    private static byte[] page(String keys, String... more) {
        var objects =
                Stream.of(
                        CATALOGUE,
                        ONE_PAGE,
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>"
                                .formatted(keys));
        return Documents.raw(Stream.concat(objects, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void takes_what_a_scanner_writes_and_tells_its_size_as_it_is_drawn() {
        assertThat(reader.inspect(Documents.pdf(3))).isEqualTo(new PdfFinding.Sound(3, 1696, 2400));
    }

    @Test
    void draws_a_page_upright_and_no_larger_than_a_screen_needs() throws IOException {
        byte[] turned =
                Documents.pdf(2, PDRectangle.A4, document -> document.getPage(1).setRotation(90));
        assertThat(reader.draw(turned, 2))
                .isInstanceOfSatisfying(
                        PdfReader.Drawing.Done.class,
                        drawn -> {
                            try {
                                var page = ImageIO.read(new ByteArrayInputStream(drawn.jpeg()));
                                assertThat(page.getWidth()).isEqualTo(2400);
                                assertThat(page.getHeight()).isEqualTo(1696);
                            } catch (IOException broken) {
                                throw new AssertionError(broken);
                            }
                        });
    }

    @Test
    void a_password_that_only_the_author_needs_keeps_nobody_out() {
        assertThat(reader.inspect(Documents.encrypted(""))).isInstanceOf(PdfFinding.Sound.class);
        assertThat(reader.inspect(Documents.encrypted("secret")))
                .isInstanceOf(PdfFinding.Locked.class);
    }

    @Test
    void counts_the_pages() {
        assertThat(reader.inspect(Documents.pdf(20))).isInstanceOf(PdfFinding.Sound.class);
        assertThat(reader.inspect(Documents.pdf(21))).isInstanceOf(PdfFinding.TooManyPages.class);
        assertThat(reader.inspect(Documents.raw(CATALOGUE, "<< /Type /Pages /Kids [] /Count 0 >>")))
                .isInstanceOf(PdfFinding.Damaged.class);
    }

    @Test
    void a_page_that_cannot_be_paper_is_named() {
        assertThat(reader.inspect(Documents.pdf(2, new PDRectangle(20, 20), _ -> {})))
                .isEqualTo(new PdfFinding.OddPage(1));
        assertThat(reader.inspect(page("/CropBox [0 0 500 40]")))
                .isEqualTo(new PdfFinding.OddPage(1));
        assertThat(reader.inspect(Documents.pdf(1, new PDRectangle(20_000, 20_000), _ -> {})))
                .isEqualTo(new PdfFinding.OddPage(1));
    }

    static Stream<Arguments> deeds() {
        String page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
        return Stream.of(
                        List.of(Deed.SCRIPT, "/S /JavaScript /JS (app.alert\\(1\\))"),
                        List.of(Deed.SCRIPT, "/S /J#61vaScript"),
                        List.of(Deed.SCRIPT, "/S /URI /URI (JavaScript:alert\\(1\\))"),
                        List.of(Deed.LAUNCH, "/S /Launch /F (calc.exe)"),
                        List.of(Deed.LAUNCH, "/S /GoToE /F (other.pdf)"),
                        List.of(Deed.LAUNCH, "/S /SubmitForm /F (https://hall.example)"),
                        List.of(Deed.MEDIA, "/S /Rendition"),
                        List.of(Deed.ATTACHMENT, "/Type /Filespec /F (a.exe) /EF << >>"),
                        List.of(Deed.FORM, "/XFA []"))
                .map(
                        each ->
                                Arguments.of(
                                        each.get(0),
                                        Documents.raw(opening(each.get(1)), ONE_PAGE, page)));
    }

    private static String opening(Object action) {
        return "<< /Type /Catalog /Pages 2 0 R /OpenAction << " + action + " >> >>";
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void says_what_a_document_does_beyond_being_read(Deed deed, byte[] content) {
        assertThat(reader.inspect(content)).isEqualTo(new PdfFinding.Active(deed));
    }

    @Test
    void an_object_that_no_page_refers_to_is_looked_at_too() {
        assertThat(reader.inspect(page("", "<< /S /Launch /F (calc.exe) >>")))
                .isEqualTo(new PdfFinding.Active(Deed.LAUNCH));
    }

    @Test
    void links_are_no_deeds() {
        String link =
                "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9]"
                        + " /A << /S /URI /URI (https://hall.example) >> >>]";
        assertThat(reader.inspect(page(link))).isInstanceOf(PdfFinding.Sound.class);
    }

    @Test
    void pictures_that_could_not_be_shown_are_not_taken() {
        assertThat(reader.inspect(page("", picture(9, "/JPXDecode"))))
                .isInstanceOf(PdfFinding.NotShowable.class);
        assertThat(reader.inspect(page("", picture(9, "[/JBIG2Decode]"))))
                .isInstanceOf(PdfFinding.NotShowable.class);
        assertThat(reader.inspect(page("", picture(9000, "/DCTDecode"))))
                .isEqualTo(new PdfFinding.TooManyPixels(9000, 9000));
    }

    private static String picture(int side, String filter) {
        return Documents.stream(
                "/Type /XObject /Subtype /Image /Width %d /Height %d /Filter %s"
                        .formatted(side, side, filter),
                "x");
    }

    @Test
    void what_is_cut_off_or_broken_is_damaged() {
        byte[] whole = Documents.pdf(2);
        assertThat(reader.inspect(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(PdfFinding.Damaged.class);
        assertThat(reader.inspect("%PDF-1.7\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(PdfFinding.Damaged.class);
        byte[] twoParts = "%PDF-1.7\n%%EOF\n7 0 obj\n<< /Leng".getBytes(StandardCharsets.US_ASCII);
        assertThat(reader.inspect(twoParts)).isInstanceOf(PdfFinding.Damaged.class);
    }

    @Test
    void what_is_another_file_at_the_same_time_is_not_taken() {
        byte[] whole = Documents.pdf(1);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] archive = new byte[22];
        System.arraycopy("PK\5\6".getBytes(StandardCharsets.US_ASCII), 0, archive, 0, 4);
        for (byte[] two :
                List.of(
                        Pictures.join(script, whole),
                        Pictures.join(whole, script),
                        Pictures.join(whole, archive))) {
            assertThat(reader.inspect(two)).isInstanceOf(PdfFinding.CarriesSomethingElse.class);
        }
        assertThat(reader.inspect(Pictures.join(whole, new byte[9])))
                .isInstanceOf(PdfFinding.Sound.class);
    }

    @Test
    void pages_that_go_in_a_circle_come_to_an_end() {
        byte[] circle = Documents.raw(CATALOGUE, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
        assertThat(reader.inspect(circle)).isInstanceOf(PdfFinding.Damaged.class);
        byte[] liar =
                Documents.raw(
                        CATALOGUE,
                        "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        assertThat(reader.inspect(liar)).isInstanceOf(PdfFinding.Damaged.class);
    }

    @Test
    void a_bomb_goes_off_where_it_harms_nobody() {
        for (byte[] bomb : List.of(Documents.bomb(), Documents.pageBomb())) {
            assertThat(bomb.length).isLessThan(3 << 20);
            assertThat(reader.inspect(bomb)).isInstanceOf(PdfFinding.TooDemanding.class);
        }
    }

    @Test
    void a_deep_tree_is_too_demanding_and_not_our_fault() {
        String[] objects = new String[60_000];
        objects[0] = CATALOGUE;
        for (int i = 1; i < objects.length - 1; i++) {
            objects[i] = "<< /Type /Pages /Kids [" + (i + 2) + " 0 R] /Count 1 >>";
        }
        objects[objects.length - 1] = "<< /Type /Page /MediaBox [0 0 595 842] >>";
        assertThat(reader.inspect(Documents.raw(objects)))
                .isInstanceOfAny(PdfFinding.TooDemanding.class, PdfFinding.Damaged.class);
    }

    /** Twelve drawings, each of which draws the next ten times. */
    @Test
    void what_takes_for_ever_is_given_up() {
        int depth = 12;
        String[] forms = new String[depth];
        for (int i = 0; i < depth; i++) {
            String next = i == depth - 1 ? "" : "/XObject << /N " + (i + 5) + " 0 R >>";
            forms[i] =
                    Documents.stream(
                            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "
                                    + next
                                    + " >>",
                            i == depth - 1 ? "0 0 9 9 re f" : "/N Do ".repeat(10));
        }
        String[] more = new String[depth + 1];
        System.arraycopy(forms, 0, more, 0, depth);
        more[depth] = Documents.stream("", "/N Do");
        byte[] slow =
                page(
                        "/Resources << /XObject << /N 4 0 R >> >> /Contents %d 0 R"
                                .formatted(depth + 4),
                        more);
        PdfReader impatient = new PdfReader(fonts, Duration.ofSeconds(4));
        assertThat(impatient.inspect(slow)).isInstanceOf(PdfFinding.TooDemanding.class);
        assertThat(impatient.draw(slow, 1))
                .isEqualTo(new PdfReader.Drawing.Failed(new PdfFinding.TooDemanding()));
    }

    @Test
    void a_chinese_font_that_is_not_in_the_file_does_not_stop_it() {
        byte[] words =
                page(
                        CHINESE,
                        Documents.stream("", "BT /F 20 Tf 50 700 Td <53705B578BC14E66> Tj ET"));
        assertThat(reader.inspect(words)).isInstanceOf(PdfFinding.Sound.class);
        assertThat(reader.draw(words, 1)).isInstanceOf(PdfReader.Drawing.Done.class);
    }

    @Test
    void a_page_that_is_not_there_is_not_drawn() {
        assertThat(reader.draw(Documents.pdf(1), 2))
                .isEqualTo(new PdfReader.Drawing.Failed(new PdfFinding.Damaged()));
    }

    @Test
    void each_finding_is_told_in_a_line() {
        for (PdfFinding finding :
                List.of(
                        new PdfFinding.Sound(3, 1697, 2400),
                        new PdfFinding.Damaged(),
                        new PdfFinding.CarriesSomethingElse(),
                        new PdfFinding.Locked(),
                        new PdfFinding.TooManyPages(),
                        new PdfFinding.OddPage(7),
                        new PdfFinding.Active(Deed.MEDIA),
                        new PdfFinding.NotShowable(),
                        new PdfFinding.TooManyPixels(9000, 9000),
                        new PdfFinding.TooDemanding())) {
            assertThat(FindingLine.read(FindingLine.write(finding))).isEqualTo(finding);
        }
        assertThatThrownBy(() -> FindingLine.read("Sound 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
