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
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

class StorePaperTest {

    private static final byte[] PICTURE = Pictures.jpeg(200, 100);
    private static final PaperRules RULES =
            new PaperRules(1024 * 1024, EnumSet.allOf(PaperFormat.class));

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
                                PaperId.of(PICTURE), PaperFormat.JPEG, 200, 100, PICTURE.length));
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
        assertThat(PaperFormat.named("pdf")).isEmpty();
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
        SealedFolder sealedFolder() {
            return new SealedFolder(folder, new byte[SealedFolder.KEY_BYTES], new SecureRandom());
        }
    }
}
