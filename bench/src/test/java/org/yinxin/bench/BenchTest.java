package org.yinxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"lists", "issuance", "ocsp", "crl", "faults", "fuzz"})
    void the_help_tells_of_each_verb(String verb) {
        assertThat(Bench.help()).contains("./yinxin bench " + verb + " [--");
    }
}
