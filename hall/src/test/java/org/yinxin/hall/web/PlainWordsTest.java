package org.yinxin.hall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class PlainWordsTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:30:00Z");

    private final PlainWords words = new PlainWords();

    @BeforeEach
    void readInChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void says_a_moment_as_people_say_it_and_in_chinas_time() {
        assertThat(words.moment(AT)).isEqualTo("2026年11月25日 周三 17:30");
        assertThat(words.before(AT)).isEqualTo("2026年11月25日 周三 17:30 前");
        assertThat(words.day(Instant.parse("2026-11-25T17:00:00Z"))).isEqualTo("2026年11月26日 周四");
    }

    @Test
    void says_the_same_in_english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.moment(AT)).isEqualTo("Wed 25 Nov 2026, 17:30");
        assertThat(words.before(AT)).isEqualTo("by Wed 25 Nov 2026, 17:30");
        assertThat(words.yuan(new BigDecimal("1280.00"))).isEqualTo("CNY 1,280");
    }

    @Test
    void says_whole_amounts_without_decimals() {
        assertThat(words.yuan(new BigDecimal("200.00"))).isEqualTo("200 元");
        assertThat(words.yuan(new BigDecimal("199.50"))).isEqualTo("199.50 元");
        assertThat(words.yuan(new BigDecimal("0.01"))).isEqualTo("0.01 元");
    }

    @Test
    void says_sizes_in_the_unit_of_the_limits() {
        assertThat(words.size(1_048_576)).isEqualTo("1 MB");
        assertThat(words.size(823_000)).isEqualTo("803 KB");
        assertThat(words.size(12)).isEqualTo("1 KB");
    }

    @Test
    void never_says_that_a_file_over_the_limit_is_as_large_as_the_limit() {
        assertThat(words.size(1_048_577)).isEqualTo("1.1 MB");
        assertThat(words.size(1_048_575)).isEqualTo("1023 KB");
    }

    @Test
    void groups_codes_as_they_are_read() {
        assertThat(words.groups("91150100MA0T0045X0"))
                .containsExactly("9115", "0100", "MA0T", "0045", "X0");
        assertThat(words.groups("150102199001010019"))
                .containsExactly("150102", "19900101", "0019");
        assertThat(words.groups("19900000001")).containsExactly("199", "0000", "0001");
        assertThat(words.groups("2611-7K4M-9QTX")).containsExactly("2611-7K4M-9QTX");
        assertThat(words.groups("")).isEmpty();
    }

    @Test
    void loses_no_character_when_grouping() {
        String serial = "1A2B3C4D5E6F708192A3B4C5D6E7F809";
        assertThat(String.join("", words.groups(serial))).isEqualTo(serial);
    }
}
