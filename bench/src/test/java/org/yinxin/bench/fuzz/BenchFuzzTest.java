package org.yinxin.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.bench.Misuse;

class BenchFuzzTest {

    private static final Path KEPT = Path.of("src/test/corpus");

    /** Begins with what longer runs have found, in a copy, so that a test changes nothing. */
    @Test
    void whatever_comes_is_answered_in_a_declared_way(@TempDir Path folder) throws Exception {
        for (String target : Targets.NAMES) {
            Files.copy(KEPT.resolve(target + ".txt"), folder.resolve(target + ".txt"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean sound =
                new BenchFuzz(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .run(new FuzzWords(2, Targets.NAMES, folder, 20261122));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(Targets.NAMES.stream().map(name -> name + ": ").toList())
                .doesNotContain(" 0 inputs", ", 0 kinds of answers");
        assertThat(sound).as(out.toString(StandardCharsets.UTF_8)).isTrue();
    }

    @Test
    void a_command_line_is_read() {
        assertThat(FuzzWords.read(List.of())).isEqualTo(new FuzzWords(600, Targets.NAMES, null, 1));
        assertThat(FuzzWords.read(List.of("--target", "ocsp,est", "--seconds", "7", "--seed", "3")))
                .isEqualTo(new FuzzWords(7, List.of("ocsp", "est"), null, 3));
        assertThatThrownBy(() -> FuzzWords.read(List.of("--target", "ocsp,telex")))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("telex");
    }
}
