package org.yinxin.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsidesTest {

    private static final Random RANDOM = new Random(1);

    private static byte[] amidOctets(String text) {
        byte[] octets = new byte[200];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (128 + RANDOM.nextInt(128));
        }
        byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, octets, 50, letters.length);
        return octets;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException: no",
                "\tat org.yinxin.authority.status.AnswerOcsp",
                "ERROR: SQL state 23505",
                "FATAL: the role postgres",
                "org.bouncycastle.asn1"
            })
    void a_trace_is_found(String trace) {
        assertThat(Insides.areIn(amidOctets(trace))).isTrue();
        assertThat(Insides.areIn(trace.getBytes(StandardCharsets.US_ASCII))).isTrue();
    }

    @Test
    void base64_is_looked_into_and_what_only_says_that_it_is_one_is_not_spared() {
        byte[] chance = "MIIBSQLqpostgresAAAA\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(Insides.areIn(chance)).isTrue();
        assertThat(Insides.areIn(Insides.decoded(chance))).isFalse();
        byte[] trace = "java.lang.IllegalStateException: no".getBytes(StandardCharsets.US_ASCII);
        assertThat(Insides.areIn(Insides.decoded(trace))).isTrue();
        byte[] hidden = Base64.getMimeEncoder().encode(trace);
        assertThat(Insides.areIn(Insides.decoded(hidden))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL", "Yx7SQLq", "the request cannot be read"})
    void letters_that_came_together_by_chance_are_none(String letters) {
        assertThat(Insides.areIn(amidOctets(letters))).isFalse();
    }
}
