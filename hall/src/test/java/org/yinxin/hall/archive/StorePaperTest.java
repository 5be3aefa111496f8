package org.yinxin.hall.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.yinxin.hall.archive.pdf.PdfReader;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

class StorePaperTest {

    private static final byte[] PICTURE = Pictures.jpeg(200, 100);
    private static final PaperRules RULES = new PaperRules(1024 * 1024, PaperFormat.PICTURES);
    private static final PaperRules ALL =
            new PaperRules(3 * 1024 * 1024, EnumSet.allOf(PaperFormat.class));

    @TempDir static Path folder;
    private static TestHall hall;

    @BeforeAll
    static void open() {
        hall =
                TestHall.of(
                        List.of("archive"),
                        Folder.class,
                        ArchivePapers.class,
                        StorePaper.class,
                        DrawPage.class,
                        ReadPaper.class);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @Test
    void what_is_stored_is_read_again_byte_by_byte() {
        StoredPaper paper = done(store(PICTURE, RULES));
        assertThat(paper)
                .isEqualTo(
                        new StoredPaper(
                                PaperId.of(PICTURE),
                                PaperFormat.JPEG,
                                1,
                                200,
                                100,
                                PICTURE.length));
        PaperContent content = hall.get(ReadPaper.class).read(paper.id()).orElseThrow();
        assertThat(content.content()).isEqualTo(PICTURE);
        assertThat(content.about()).isEqualTo(paper);
        assertThat(hall.get(ReadPaper.class).about(paper.id())).contains(paper);
    }

    @Test
    void the_same_bytes_twice_are_stored_once() throws IOException {
        byte[] picture = Pictures.png(31, 17);
        StoredPaper first = done(store(picture, RULES));
        assertThat(done(store(picture, RULES))).isEqualTo(first);
        assertThat(
                        hall.jdbc()
                                .sql("SELECT count(*) FROM archive_paper WHERE sm3 = :sm3")
                                .param("sm3", first.id().sm3())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith(first.id().sm3()))).hasSize(1);
        }
    }

    @Test
    void the_limit_is_exact() {
        PaperRules exact = new PaperRules(PICTURE.length, RULES.formats());
        assertThat(store(PICTURE, exact)).isInstanceOf(Outcome.Done.class);
        PaperRules oneLess = new PaperRules(PICTURE.length - 1, RULES.formats());
        assertThat(refusal(store(PICTURE, oneLess)).code()).isEqualTo(ArchiveError.TOO_LARGE);
    }

    @Test
    void the_refusal_of_a_large_file_says_the_limit_as_people_do() {
        byte[] large = new byte[1024 * 1024 + 1];
        assertThat(refusal(store(large, RULES)).arguments()).containsExactly("1 MB");
        assertThat(refusal(store(large, new PaperRules(500 * 1024, RULES.formats()))).arguments())
                .containsExactly("500 KB");
    }

    @Test
    void refuses_an_empty_file() {
        assertThat(refusal(store(new byte[0], RULES)).code()).isEqualTo(ArchiveError.EMPTY);
    }

    @Test
    void refuses_a_program_that_calls_itself_a_picture_and_says_what_it_is() {
        byte[] program = "MZ\u0090This program cannot be run".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(store(program, RULES)))
                .isEqualTo(
                        new Refusal(
                                ArchiveError.FORMAT_NOT_TAKEN,
                                List.of(new Violation("file", "archive.found.program")),
                                List.of("jpeg, png, bmp")));
    }

    @Test
    void refuses_a_picture_of_a_format_that_the_rules_do_not_list() {
        PaperRules onlyPng = new PaperRules(RULES.maxBytes(), Set.of(PaperFormat.PNG));
        assertThat(refusal(store(PICTURE, onlyPng)).violations())
                .containsExactly(new Violation("file", "archive.found.jpeg"));
    }

    @Test
    void refuses_a_bomb_a_broken_picture_and_a_picture_with_something_in_it() {
        Refusal bomb = refusal(store(Pictures.pngBomb(30_000, 20_000), RULES));
        assertThat(bomb.code()).isEqualTo(ArchiveError.TOO_MANY_PIXELS);
        assertThat(bomb.arguments()).containsExactly("30000", "20000");
        assertThat(refusal(store(Arrays.copyOf(PICTURE, 900), RULES)).code())
                .isEqualTo(ArchiveError.DAMAGED);
        assertThat(refusal(store(Pictures.join(PICTURE, new byte[] {'P', 'K'}), RULES)).code())
                .isEqualTo(ArchiveError.CARRIES_SOMETHING_ELSE);
    }

    @Test
    void a_document_is_stored_with_the_number_of_its_pages_and_each_is_drawn() {
        byte[] document = Documents.pdf(2);
        StoredPaper paper = done(store(document, ALL));
        assertThat(paper.format()).isEqualTo(PaperFormat.PDF);
        assertThat(paper.pages()).isEqualTo(2);
        PaperContent content = hall.get(ReadPaper.class).read(paper.id()).orElseThrow();
        assertThat(content.about()).isEqualTo(paper);
        DrawPage drawPage = hall.get(DrawPage.class);
        assertThat(drawPage.draw(content, 2)).isInstanceOf(Outcome.Done.class);
        for (int page : new int[] {0, 3, -1}) {
            assertThat(drawPage.draw(content, page))
                    .isEqualTo(Outcome.refused(ArchiveError.NO_SUCH_PAGE));
        }
        PaperContent picture =
                hall.get(ReadPaper.class).read(done(store(PICTURE, RULES)).id()).orElseThrow();
        assertThat(drawPage.draw(picture, 1)).isEqualTo(Outcome.refused(ArchiveError.NO_SUCH_PAGE));
    }

    @Test
    void a_document_is_saved_by_the_browser_and_its_pages_are_shown() {
        PaperId id = done(store(Documents.pdf(1), ALL)).id();
        PaperContent content = hall.get(ReadPaper.class).read(id).orElseThrow();
        HttpHeaders whole = PaperAnswer.of(content).getHeaders();
        assertThat(whole.getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(whole.getContentDisposition().isAttachment()).isTrue();
        assertThat(whole.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        PageContent page = new PageContent(id, 1, PICTURE);
        HttpHeaders drawn = PaperAnswer.page(page).getHeaders();
        assertThat(drawn.getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(drawn.getContentDisposition().isInline()).isTrue();
        assertThat(drawn.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox");
        assertThat(drawn.getCacheControl()).contains("private");
    }

    @Test
    void refuses_a_document_where_pictures_are_asked_for() {
        assertThat(refusal(store(Documents.pdf(1), RULES)).violations())
                .containsExactly(new Violation("file", "archive.found.pdf"));
    }

    @Test
    void judges_a_document_by_its_bytes_alone() {
        byte[] program = "MZ\u0090%PDF-1.7 %%EOF".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(store(program, ALL)).violations())
                .containsExactly(new Violation("file", "archive.found.program"));
        assertThat(done(store(PICTURE, ALL)).format()).isEqualTo(PaperFormat.JPEG);
    }

    @Test
    void says_why_a_document_is_not_taken() {
        assertThat(refusal(store(Documents.encrypted("secret"), ALL)).code())
                .isEqualTo(ArchiveError.NEEDS_A_PASSWORD);
        Refusal long_ = refusal(store(Documents.pdf(21), ALL));
        assertThat(long_.code()).isEqualTo(ArchiveError.TOO_MANY_PAGES);
        assertThat(long_.arguments()).containsExactly("20");
        Refusal active = refusal(store(Documents.withScript(), ALL));
        assertThat(active.code()).isEqualTo(ArchiveError.DOES_MORE_THAN_PAPER);
        assertThat(active.violations())
                .containsExactly(new Violation("file", "archive.pdf.script"));
        assertThat(refusal(store(Documents.bomb(), ALL)).code())
                .isEqualTo(ArchiveError.TAKES_TOO_MUCH);
    }

    @Test
    void an_unknown_paper_is_not_there() {
        assertThat(hall.get(ReadPaper.class).read(new PaperId("0".repeat(64)))).isEmpty();
    }

    @Test
    void a_damaged_file_is_not_given_out() throws IOException {
        byte[] picture = Pictures.png(13, 13);
        PaperId id = done(store(picture, RULES)).id();
        Path file = folder.resolve(id.sm3().substring(0, 2)).resolve(id.sm3());
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);
        ReadPaper readPaper = hall.get(ReadPaper.class);
        assertThatThrownBy(() -> readPaper.read(id)).isInstanceOf(DamagedArchiveException.class);
    }

    @Test
    void an_answer_lets_the_browser_do_nothing_but_show_it() {
        PaperId id = done(store(PICTURE, RULES)).id();
        HttpHeaders headers =
                PaperAnswer.of(hall.get(ReadPaper.class).read(id).orElseThrow()).getHeaders();
        assertThat(headers.getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox");
        assertThat(headers.getCacheControl()).contains("private");
        assertThat(headers.getContentDisposition().isInline()).isTrue();
    }

    @Test
    void formats_are_named_as_plans_spell_them() {
        assertThat(PaperFormat.named("JPG")).contains(PaperFormat.JPEG);
        assertThat(PaperFormat.named("bmp")).contains(PaperFormat.BMP);
        assertThat(PaperFormat.named("pdf")).contains(PaperFormat.PDF);
        assertThat(PaperFormat.named("ofd")).isEmpty();
    }

    private static Outcome<StoredPaper> store(byte[] content, PaperRules rules) {
        return hall.get(StorePaper.class).store(People.SUBSCRIBER, content, rules);
    }

    private static StoredPaper done(Outcome<StoredPaper> outcome) {
        return switch (outcome) {
            case Outcome.Done<StoredPaper>(StoredPaper paper) -> paper;
            case Outcome.Refused<StoredPaper>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Refusal refusal(Outcome<StoredPaper> outcome) {
        return switch (outcome) {
            case Outcome.Done<StoredPaper>(StoredPaper paper) -> throw new AssertionError(paper);
            case Outcome.Refused<StoredPaper>(Refusal refusal) -> refusal;
        };
    }

    @Configuration(proxyBeanMethods = false)
    static class Folder {
        @Bean
        PdfReader pdfReader() {
            return new PdfReader(folder.resolve(".fonts"));
        }

        @Bean
        SealedFolder sealedFolder() {
            return new SealedFolder(folder, new byte[SealedFolder.KEY_BYTES], new SecureRandom());
        }
    }
}
