package org.yinxin.bench.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.bench.Misuse;
import org.yinxin.pki.key.KeyAlgorithm;

/** The whole of it for a second; how many there are is not asked here. */
class BenchIssuanceTest {

    @ParameterizedTest
    @CsvSource({
        "SM2, false, 1000",
        "P256, false, 1001",
        "RSA_2048, false, 0",
        "SM2, true, 0",
        "P256, true, 3"
    })
    void every_order_comes_to_what_was_ordered(KeyAlgorithm algorithm, boolean est, int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole =
                new BenchIssuance(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .run(new IssuanceWords(1, algorithm, 2, rows, est, true));
        assertThat(whole).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"clients\": 2", "\"failed\": 0")
                .containsPattern("\"orders_per_second\": [1-9]")
                .contains(rows == 0 ? "\"failed\": 0}" : "\"among_rows_failed\": 0}")
                .containsPattern("\"limit_per_core_second\": [1-9]");
    }

    @Test
    void a_command_line_is_read() {
        assertThat(IssuanceWords.read(List.of()))
                .isEqualTo(new IssuanceWords(10, KeyAlgorithm.SM2, 16, 0, false, false));
        assertThat(
                        IssuanceWords.read(
                                List.of(
                                        "--json",
                                        "--est",
                                        "--rows",
                                        "8",
                                        "--alg",
                                        "p256",
                                        "--clients",
                                        "3",
                                        "--seconds",
                                        "7")))
                .isEqualTo(new IssuanceWords(7, KeyAlgorithm.P256, 3, 8, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--clients", "--clients x", "--seconds 0", "--alg rsa", "--row 9"})
    void says_what_is_wrong_with_a_command_line(String line) {
        assertThatThrownBy(() -> IssuanceWords.read(List.of(line.split(" ", -1))))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(line.split(" ", -1)[0]);
    }
}
