package org.yinxin.app.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.StartRefused;

class KeysTest {

    @TempDir Path data;
    private final SecureRandom random = new SecureRandom();

    private Keys keys() {
        return new Keys(data.resolve("keys"));
    }

    @Test
    void are_made_once_and_for_their_owner_only() throws IOException {
        assertThat(keys().prepare(random)).isTrue();
        for (Path key : List.of(keys().column(), keys().archive(), keys().wrapping())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        byte[] before = Files.readAllBytes(keys().column());
        assertThat(keys().prepare(random)).isFalse();
        assertThat(Files.readAllBytes(keys().column())).isEqualTo(before);
        assertThat(keys().settings()).hasSize(5);
    }

    @Test
    void one_that_is_lost_is_named_and_never_made_again() throws IOException {
        keys().prepare(random);
        Files.delete(keys().wrapping());
        assertThatThrownBy(() -> keys().prepare(random))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("custody-wrapping.key")
                .hasMessageContaining("backup")
                .hasMessageNotContaining("column.key");
        assertThat(keys().wrapping()).doesNotExist();
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_repeated() throws IOException {
        Files.createDirectories(data.resolve("keys.new"));
        Files.writeString(data.resolve("keys.new/column.key"), "half");
        assertThat(keys().prepare(random)).isTrue();
        assertThat(data.resolve("keys.new")).doesNotExist();
        assertThat(Files.size(keys().column())).isEqualTo(64);
    }

    @Test
    void can_be_taken_back_before_they_have_sealed_anything() {
        keys().prepare(random);
        keys().withdraw();
        assertThat(data.resolve("keys")).doesNotExist();
    }
}
