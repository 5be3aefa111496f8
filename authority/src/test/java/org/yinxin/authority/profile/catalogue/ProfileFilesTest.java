package org.yinxin.authority.profile.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFilesTest {

    private static final String PLACE = "org/yinxin/authority/profile/";

    @Test
    void a_class_path_that_has_the_same_file_twice_gives_it_once(@TempDir Path other)
            throws Exception {
        List<ProfileFile> once = ProfileFiles.shipped();
        Path copies = Files.createDirectories(other.resolve(PLACE));
        Files.writeString(copies.resolve(once.getFirst().name()), "a later one of this name");
        Files.writeString(copies.resolve("seen.yaml"), "one that shows the folder was searched");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var twice = new URLClassLoader(new URL[] {other.toUri().toURL()}, before)) {
            thread.setContextClassLoader(twice);

            List<ProfileFile> found = ProfileFiles.shipped();

            assertThat(found).containsAll(once).hasSize(once.size() + 1);
            assertThat(found).extracting(ProfileFile::name).contains("seen.yaml");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
