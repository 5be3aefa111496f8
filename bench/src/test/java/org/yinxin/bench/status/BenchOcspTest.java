package org.yinxin.bench.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.pki.key.KeyAlgorithm;

/** The whole of it for a second; how many answers there are is not asked here. */
class BenchOcspTest {

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P256"})
    void every_question_is_answered_by_us_and_by_the_peers_that_know_the_algorithm(
            KeyAlgorithm algorithm) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole =
                new BenchOcsp(new PrintStream(out, true, StandardCharsets.UTF_8))
                        .run(new OcspWords(1, algorithm, 60, 2, true));
        String report = out.toString(StandardCharsets.UTF_8);
        assertThat(whole).as(report).isTrue();
        assertThat(report.lines().filter(line -> line.contains("\"name\"")))
                .as(report)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains("\"failed\": 0}")
                                        .containsPattern("\"answers_per_second\": [1-9]")
                                        .doesNotContain("NaN", "Infinity"));
        assertThat(report)
                .contains(
                        "live, with a nonce, by POST",
                        "live, by GET",
                        "signed ahead, by GET",
                        "openssl ocsp");
        if (algorithm == KeyAlgorithm.SM2) {
            assertThat(report).doesNotContain("cfssl");
        }
    }
}
