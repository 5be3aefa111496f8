package org.yinxin.hall.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFolderTest {

    private static final byte[] CONTENT = "云岭市星河测试科技有限公司".getBytes(StandardCharsets.UTF_8);
    private static final PaperId ID = PaperId.of(CONTENT);

    @TempDir private Path root;
    private SealedFolder folder;

    @BeforeEach
    void open() {
        folder = new SealedFolder(root, new byte[SealedFolder.KEY_BYTES], new SecureRandom());
    }

    @Test
    void what_was_filed_is_read_again() {
        folder.write(ID, CONTENT);
        assertThat(folder.read(ID)).isEqualTo(CONTENT);
    }

    @Test
    void the_same_bytes_twice_are_one_file_and_no_draft_is_left() throws IOException {
        folder.write(ID, CONTENT);
        folder.write(ID, CONTENT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void nothing_readable_is_on_the_disk() throws IOException {
        folder.write(ID, CONTENT);
        String disk = new String(Files.readAllBytes(files().getFirst()), StandardCharsets.UTF_8);
        assertThat(disk).doesNotContain("云岭市");
    }

    @Test
    void altered_truncated_and_exchanged_files_are_noticed() throws IOException {
        folder.write(ID, CONTENT);
        Path file = files().getFirst();
        byte[] sealed = Files.readAllBytes(file);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            Files.write(file, altered);
            assertThatThrownBy(() -> folder.read(ID)).isInstanceOf(DamagedArchiveException.class);
        }
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> folder.read(ID)).isInstanceOf(DamagedArchiveException.class);
        PaperId other = PaperId.of(new byte[] {1});
        folder.write(other, new byte[] {1});
        Files.copy(
                root.resolve(other.sm3().substring(0, 2)).resolve(other.sm3()),
                file,
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> folder.read(ID)).isInstanceOf(DamagedArchiveException.class);
    }

    @Test
    void a_paper_filed_under_a_foreign_digest_is_not_given_out() {
        folder.write(ID, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> folder.read(ID))
                .isInstanceOf(DamagedArchiveException.class)
                .hasMessageContaining("not what was filed");
    }

    @Test
    void another_key_opens_nothing_and_a_missing_file_is_named() {
        folder.write(ID, CONTENT);
        byte[] key = new byte[SealedFolder.KEY_BYTES];
        key[0] = 1;
        SealedFolder other = new SealedFolder(root, key, new SecureRandom());
        assertThatThrownBy(() -> other.read(ID)).isInstanceOf(DamagedArchiveException.class);
        assertThatThrownBy(() -> folder.read(PaperId.of(new byte[0])))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> new SealedFolder(root, new byte[3], new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
