package org.yinxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void asks_for_a_million_rows_and_eight_clients_when_nothing_is_said() {
        assertThat(Words.read(List.of())).isEqualTo(new Words(1_000_000, 8, null, 300, 50, ""));
    }

    @Test
    void understands_each_option() {
        assertThat(
                        Words.read(
                                List.of(
                                        "--rows",
                                        "20",
                                        "--clients",
                                        "2",
                                        "--data",
                                        "d",
                                        "--requests",
                                        "9",
                                        "--limit",
                                        "0.5",
                                        "--only",
                                        "ledger")))
                .isEqualTo(new Words(20, 2, Path.of("d"), 9, 0.5, "ledger"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rows", "--rows x", "--rows 0", "--limit fast", "--speed 9"})
    void says_what_is_wrong_with_a_command_line(String line) {
        assertThatThrownBy(() -> Words.read(List.of(line.split(" ", -1))))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(line.split(" ", -1)[0]);
    }
}
