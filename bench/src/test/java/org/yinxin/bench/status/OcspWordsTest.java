package org.yinxin.bench.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.bench.Misuse;
import org.yinxin.pki.key.KeyAlgorithm;

class OcspWordsTest {

    private static OcspWords read(String line) {
        return OcspWords.read(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void asks_about_a_hundred_thousand_certificates_of_an_sm2_authority_when_nothing_is_said() {
        assertThat(read("")).isEqualTo(new OcspWords(10, KeyAlgorithm.SM2, 100_000, 32, false));
    }

    @Test
    void understands_each_option() {
        assertThat(read("--seconds 3 --alg p256 --json --rows 7 --clients 2"))
                .isEqualTo(new OcspWords(3, KeyAlgorithm.P256, 7, 2, true));
        assertThat(read("--alg rsa2048").algorithm()).isEqualTo(KeyAlgorithm.RSA_2048);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seconds | wants a value",
                "--seconds 0 | from 1 to 9999999",
                "--rows many | from 1 to 9999999",
                "--alg dsa | sm2, p256 or rsa2048",
                "--speed 9 | does not know --speed"
            })
    void says_what_is_wrong(String line, String sentence) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(sentence);
    }
}
