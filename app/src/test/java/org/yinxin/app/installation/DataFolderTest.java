package org.yinxin.app.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.StartRefused;

class DataFolderTest {

    @TempDir Path temp;

    @Test
    void is_made_for_its_owner_only_and_leaves_no_trace_of_trying() throws IOException {
        DataFolder data = DataFolder.open(temp.resolve("data"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
        assertThat(data.root()).isEmptyDirectory();
    }

    @Test
    void refuses_in_words_a_place_that_is_a_file() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written (a file of that name is in the way)")
                .hasMessageContaining("--data");
    }

    @Test
    void a_temporary_folder_is_gone_when_it_is_closed() throws IOException {
        TemporaryFolder folder = TemporaryFolder.make();
        Files.createDirectories(folder.path().resolve("a/b"));
        folder.close();
        assertThat(folder.path()).doesNotExist();
        folder.close();
    }
}
