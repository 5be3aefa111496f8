package org.yinxin.bench.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.bench.Misuse;
import org.yinxin.pki.key.KeyAlgorithm;

class BenchCrlTest {

    private static String told(CrlWords words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new BenchCrl(new PrintStream(out, true, StandardCharsets.UTF_8)).run(words))
                .isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P256"})
    void makes_a_list_that_openssl_agrees_with(KeyAlgorithm algorithm) {
        assertThat(told(new CrlWords(1, algorithm, 300, false)))
                .contains(
                        "the first list",
                        "(limit)",
                        "openssl ca -gencrl",
                        "OpenSSL: signature good, 300 entries.");
    }

    @Test
    void speaks_to_programs_too() {
        assertThat(told(new CrlWords(1, KeyAlgorithm.RSA_2048, 300, true)))
                .contains("\"rows\": 300", "\"openssl_agrees\": true")
                .doesNotContain("null");
    }

    @Test
    void a_command_line_is_read() {
        assertThat(CrlWords.read(List.of()))
                .isEqualTo(new CrlWords(30, KeyAlgorithm.SM2, 1_000_000, false));
        assertThat(
                        CrlWords.read(
                                List.of(
                                        "--json",
                                        "--rows",
                                        "20",
                                        "--alg",
                                        "rsa2048",
                                        "--seconds",
                                        "3")))
                .isEqualTo(new CrlWords(3, KeyAlgorithm.RSA_2048, 20, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rows", "--rows x", "--rows 0", "--alg rsa", "--clients 9"})
    void says_what_is_wrong_with_a_command_line(String line) {
        assertThatThrownBy(() -> CrlWords.read(List.of(line.split(" ", -1))))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(line.split(" ", -1)[0]);
    }
}
