package org.yinxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.standins.wechat.RsaKeys;

/** That a hall starts with what was prepared, each hall of the acceptance tests shows. */
class PreparationTest {

    @TempDir private Path folder;

    @Test
    void writes_the_beginning_that_spring_asks_for_with_the_proxies_and_a_database()
            throws IOException {
        Preparation.write(folder);
        Path jar = folder.resolve("parts.jar");
        Path cluster = folder.resolve("cluster");
        try (JarFile prepared = new JarFile(jar.toFile())) {
            assertThat(prepared.stream().map(JarEntry::getName))
                    .contains(
                            "org/yinxin/app/DemonstrationContext__ApplicationContextInitializer.class",
                            "org/yinxin/app/FirstStart__BeanDefinitions.class")
                    .anyMatch(name -> name.contains("$$SpringCGLIB$$"));
        }
        Path keys = folder.resolve("wechat");
        assertThat(RsaKeys.read(keys).merchant()).isNotNull();
        assertThat(cluster.resolve("PG_VERSION")).exists();
        assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(jar, cluster, keys);
        }
    }
}
