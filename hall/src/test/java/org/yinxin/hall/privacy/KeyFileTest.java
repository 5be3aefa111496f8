package org.yinxin.hall.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir private Path folder;

    @Test
    void a_made_key_is_read_again_and_belongs_to_its_owner_alone() throws IOException {
        Path file = folder.resolve("column.key");
        KeyFile.create(file, 64, new SecureRandom());
        assertThat(KeyFile.read(file, 64)).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void never_replaces_a_key() {
        Path file = folder.resolve("column.key");
        KeyFile.create(file, 64, new SecureRandom());
        assertThatThrownBy(() -> KeyFile.create(file, 64, new SecureRandom()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_missing_key_and_one_of_another_length_are_named() throws IOException {
        Path file = folder.resolve("short.key");
        Files.write(file, new byte[10]);
        assertThatThrownBy(() -> KeyFile.read(file, 64))
                .hasMessageContaining("has 10 bytes, not 64");
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none"), 64))
                .hasMessageContaining("cannot read the key file");
    }
}
