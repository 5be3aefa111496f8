package org.yinxin.hall.archive.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.hall.archive.Pictures;

class PictureTest {

    private static final byte[] JPEG = Pictures.jpeg(120, 80);
    private static final byte[] PNG = Pictures.png(120, 80);
    private static final byte[] BMP = Pictures.bmp(121, 80);

    @Test
    void whole_pictures_are_sound_and_their_size_is_known() {
        assertThat(Picture.inspect(JPEG)).isEqualTo(new Finding.Sound(FileKind.JPEG, 120, 80));
        assertThat(Picture.inspect(PNG)).isEqualTo(new Finding.Sound(FileKind.PNG, 120, 80));
        assertThat(Picture.inspect(BMP)).isEqualTo(new Finding.Sound(FileKind.BMP, 121, 80));
    }

    @ParameterizedTest
    @CsvSource({"1, 120, 80", "3, 120, 80", "5, 80, 120", "6, 80, 120", "8, 80, 120", "9, 120, 80"})
    void exif_orientation_decides_what_is_upright(int orientation, int width, int height) {
        for (boolean little : new boolean[] {true, false}) {
            byte[] turned = Pictures.withSegment(JPEG, 0xE1, Pictures.exif(orientation, little));
            assertThat(Picture.inspect(turned))
                    .isEqualTo(new Finding.Sound(FileKind.JPEG, width, height));
        }
    }

    @Test
    void a_strange_exif_segment_reads_as_upright() {
        byte[] exif = Pictures.exif(6, true);
        for (int i = 6; i < exif.length; i++) {
            byte[] odd = exif.clone();
            odd[i] = (byte) 0xFF;
            assertThat(Picture.inspect(Pictures.withSegment(JPEG, 0xE1, odd)))
                    .isInstanceOf(Finding.Sound.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MZ\u0090\0this program cannot be run in DOS mode, PROGRAM",
        "\u007fELF\u0002, PROGRAM",
        "#!/bin/sh, PROGRAM",
        "%PDF-1.7, PDF",
        "junk before %PDF-1.7, PDF",
        "<!DOCTYPE html><p>, HTML",
        "<HTML>, HTML",
        "<script>alert(1)</script>, HTML",
        "<?xml version='1.0'?><svg xmlns='x'/>, SVG",
        "'PK\u0003\u0004', OFD_OR_ZIP",
        "Rar!, RAR",
        "GIF89a, GIF",
        "'II*\0', TIFF",
        "RIFF1234WEBPVP8, WEBP",
        "1234ftypheic, HEIC",
        "BM, UNKNOWN",
        "hello, UNKNOWN"
    })
    void other_files_are_named_by_what_they_really_are(String content, FileKind kind) {
        assertThat(Picture.inspect(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Finding.SomethingElse(kind));
    }

    @Test
    void a_gif_is_no_paper() {
        assertThat(Picture.inspect(Pictures.gif(10, 10)))
                .isEqualTo(new Finding.SomethingElse(FileKind.GIF));
    }

    @Test
    void bombs_are_refused_by_their_header_alone() {
        assertThat(Picture.inspect(Pictures.pngBomb(100_000, 100_000)))
                .isEqualTo(new Finding.TooManyPixels(100_000, 100_000));
        assertThat(Picture.inspect(Pictures.pngBomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isInstanceOf(Finding.TooManyPixels.class);
        byte[] jpeg = JPEG.clone();
        int frame = indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xC0});
        ByteBuffer.wrap(jpeg)
                .putShort(frame + 5, (short) 65_000)
                .putShort(frame + 7, (short) 65_000);
        assertThat(Picture.inspect(jpeg)).isEqualTo(new Finding.TooManyPixels(65_000, 65_000));
        byte[] bmp = BMP.clone();
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 50_000).putInt(22, -50_000);
        assertThat(Picture.inspect(bmp)).isEqualTo(new Finding.TooManyPixels(50_000, 50_000));
    }

    @Test
    void pictures_cut_off_anywhere_are_refused() {
        for (byte[] picture : new byte[][] {JPEG, PNG, BMP}) {
            for (int length = 3; length < picture.length; length += 1 + picture.length / 97) {
                assertThat(Picture.inspect(Arrays.copyOf(picture, length)))
                        .isNotInstanceOf(Finding.Sound.class);
            }
        }
    }

    @Test
    void a_jpeg_cut_off_and_closed_again_is_refused() {
        byte[] cut = Arrays.copyOf(JPEG, JPEG.length * 2 / 3);
        byte[] closed = Pictures.join(cut, new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThat(Picture.inspect(closed)).isEqualTo(new Finding.Damaged());
    }

    @Test
    void an_altered_png_chunk_is_refused() {
        byte[] altered = PNG.clone();
        altered[PNG.length / 2] ^= 1;
        assertThat(Picture.inspect(altered)).isEqualTo(new Finding.Damaged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.4",
                "<html><script>alert(1)</script>",
                "<svg onload=x>",
                "<?PHP system(1)"
            })
    void pictures_with_other_content_in_their_remarks_are_refused(String remark) {
        byte[] payload = remark.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Picture.inspect(Pictures.withSegment(JPEG, 0xFE, payload)))
                .isEqualTo(new Finding.CarriesSomethingElse());
        assertThat(Picture.inspect(Pictures.withChunk(PNG, "tEXt", payload)))
                .isEqualTo(new Finding.CarriesSomethingElse());
    }

    @Test
    void harmless_remarks_are_taken() {
        byte[] payload = "scanned by a scanner".getBytes(StandardCharsets.US_ASCII);
        assertThat(Picture.inspect(Pictures.withSegment(JPEG, 0xFE, payload)))
                .isInstanceOf(Finding.Sound.class);
        assertThat(Picture.inspect(Pictures.withChunk(PNG, "tEXt", payload)))
                .isInstanceOf(Finding.Sound.class);
    }

    @Test
    void pictures_with_something_after_them_are_refused() throws IOException {
        for (byte[] picture : new byte[][] {JPEG, PNG, BMP}) {
            assertThat(
                            Picture.inspect(
                                    Pictures.join(
                                            picture, "<html>".getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo(new Finding.CarriesSomethingElse());
            assertThat(Picture.inspect(Pictures.join(picture, zip())))
                    .isEqualTo(new Finding.CarriesSomethingElse());
            assertThat(Picture.inspect(Pictures.join(picture, new byte[100])))
                    .isInstanceOf(Finding.Sound.class);
        }
    }

    @Test
    void a_zip_hidden_in_a_remark_is_found() throws IOException {
        byte[] hidden = Pictures.withSegment(Pictures.jpeg(8, 8), 0xE5, zip());
        assertThat(Picture.inspect(hidden)).isEqualTo(new Finding.CarriesSomethingElse());
    }

    @Test
    void further_pictures_of_a_camera_are_taken() {
        assertThat(Picture.inspect(Pictures.join(JPEG, Pictures.jpeg(16, 16))))
                .isEqualTo(new Finding.Sound(FileKind.JPEG, 120, 80));
    }

    @Test
    void mutilated_pictures_never_break_the_inspection() {
        Random random = new Random(20261121);
        for (byte[] picture : new byte[][] {JPEG, PNG, BMP}) {
            for (int round = 0; round < 400; round++) {
                byte[] mutilated = picture.clone();
                for (int i = 0; i < 1 + round % 5; i++) {
                    mutilated[random.nextInt(Math.min(mutilated.length, 600))] =
                            (byte) random.nextInt();
                }
                assertThat(Picture.inspect(mutilated)).isNotNull();
            }
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] hay, byte[] needle) {
        for (int i = 0; i < hay.length - needle.length; i++) {
            if (Arrays.equals(hay, i, i + needle.length, needle, 0, needle.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
