package org.yinxin.app.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeFileTest {

    @TempDir private Path folder;

    @Test
    void holds_the_envelope_and_nothing_else_for_its_owner_alone() throws Exception {
        Path path = folder.resolve("file");
        try (EnvelopeFile file = EnvelopeFile.make(path)) {
            file.fill(new byte[] {1, 2, 3});
        }
        assertThat(Files.readAllBytes(path)).containsExactly(1, 2, 3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void is_made_with_space_for_an_envelope_and_removed_when_nothing_comes_of_it()
            throws Exception {
        Path path = folder.resolve("file");
        try (EnvelopeFile file = EnvelopeFile.make(path)) {
            assertThat(file).isNotNull();
            assertThat(Files.size(path)).isGreaterThan(8000);
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void replaces_nothing_not_even_a_link_to_nowhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        assertThat(EnvelopeFile.objection(link))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("there is a file " + link + " already"));
        assertThatIOException()
                .isThrownBy(() -> EnvelopeFile.make(link).close())
                .withMessageStartingWith("there is a file");
        assertThat(folder.resolve("target")).doesNotExist();
        assertThat(EnvelopeFile.objection(folder.resolve("new"))).isEmpty();
        assertThatIOException()
                .isThrownBy(() -> EnvelopeFile.make(folder.resolve("none/file")).close())
                .withMessageContaining("cannot be written");
    }

    @Test
    void a_terminal_obeys_nothing_that_somebody_wrote() {
        assertThat(InWords.plain("介质\u001b[2J\u202e损坏\n")).isEqualTo("介质?[2J?损坏?");
    }
}
