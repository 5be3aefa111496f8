package org.yinxin.keyagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinxin.keyagent.medium.KeyRefusal;

class WordsTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_has_a_sentence_in_both_languages(Refusal refusal) {
        assertThat(Words.of(refusal, "zh")).isNotEqualTo(Words.of(refusal, "en"));
    }

    @Test
    void every_refusal_of_a_medium_reaches_the_page() {
        for (KeyRefusal reason : KeyRefusal.values()) {
            assertThat(Refusal.of(reason).status()).isGreaterThanOrEqualTo(400);
        }
    }
}
