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
    @CsvSource({"SM2, false", "P256, false", "RSA_2048, false", "SM2, true", "P256, true"})
    void every_order_comes_to_what_was_ordered(KeyAlgorithm algorithm, boolean est) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole =
                new BenchIssuance(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .run(new IssuanceWords(1, algorithm, 2, est, true));
        assertThat(whole).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"clients\": 2", "\"failed\": 0}")
                .containsPattern("\"orders_per_second\": [1-9]")
                .containsPattern("\"limit_per_core_second\": [1-9]");
    }

    @Test
    void a_command_line_is_read() {
        assertThat(IssuanceWords.read(List.of()))
                .isEqualTo(new IssuanceWords(10, KeyAlgorithm.SM2, 16, false, false));
        assertThat(
                        IssuanceWords.read(
                                List.of(
                                        "--json",
                                        "--est",
                                        "--alg",
                                        "p256",
                                        "--clients",
                                        "3",
                                        "--seconds",
                                        "7")))
                .isEqualTo(new IssuanceWords(7, KeyAlgorithm.P256, 3, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--clients", "--clients x", "--seconds 0", "--alg rsa", "--rows 9"})
    void says_what_is_wrong_with_a_command_line(String line) {
        assertThatThrownBy(() -> IssuanceWords.read(List.of(line.split(" ", -1))))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(line.split(" ", -1)[0]);
    }
}
