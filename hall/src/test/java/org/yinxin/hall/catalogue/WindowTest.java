package org.yinxin.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.hall.catalogue.Window.Position;

class WindowTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    /** 证书有效期小于90天或已过期且不超过1年（365天）. */
    private static final Window UNDER_NINETY = new Window(89, 365);

    /** 有效期到达前的30天内或证书过期后. */
    private static final Window THIRTY_AND_EVER_AFTER = new Window(30, null);

    @ParameterizedTest
    @CsvSource({"91, EARLY", "90, EARLY", "89, WITHIN", "1, WITHIN", "0, WITHIN"})
    void less_than_ninety_days_opens_when_eighty_nine_are_left(int left, Position position) {
        assertThat(UNDER_NINETY.at(LAST, LAST.minusDays(left))).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"1, WITHIN", "364, WITHIN", "365, WITHIN", "366, LATE"})
    void not_more_than_a_year_expired_closes_after_365_days(int expired, Position position) {
        assertThat(UNDER_NINETY.at(LAST, LAST.plusDays(expired))).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"31, EARLY", "30, WITHIN", "29, WITHIN", "-1, WITHIN", "-4000, WITHIN"})
    void within_thirty_days_opens_at_thirty_and_never_closes(int left, Position position) {
        assertThat(THIRTY_AND_EVER_AFTER.at(LAST, LAST.minusDays(left))).isEqualTo(position);
    }

    @Test
    void is_always_open_without_bounds() {
        Window always = new Window(null, null);
        assertThat(always.at(LAST, LocalDate.MIN.plusYears(1_000_000_000 - 10)))
                .isEqualTo(Position.WITHIN);
        assertThat(always.at(LAST, LAST.plusYears(40))).isEqualTo(Position.WITHIN);
        assertThat(always.opens(LAST)).isEmpty();
        assertThat(always.closes(LAST)).isEmpty();
    }

    @Test
    void closes_on_the_last_day_itself_when_nothing_is_allowed_after_it() {
        Window whileValid = new Window(null, 0);
        assertThat(whileValid.at(LAST, LAST)).isEqualTo(Position.WITHIN);
        assertThat(whileValid.at(LAST, LAST.plusDays(1))).isEqualTo(Position.LATE);
    }

    @Test
    void says_its_first_and_last_day() {
        assertThat(UNDER_NINETY.opens(LAST)).contains(LocalDate.of(2026, 10, 3));
        assertThat(UNDER_NINETY.closes(LAST)).contains(LocalDate.of(2027, 12, 31));
        assertThat(THIRTY_AND_EVER_AFTER.opens(LAST)).contains(LocalDate.of(2026, 12, 1));
        assertThat(THIRTY_AND_EVER_AFTER.closes(LAST)).isEmpty();
    }

    /** A year with a 29 February in it has 366 days: the 365th lies one calendar day before the anniversary. */
    @Test
    void counts_the_leap_day_as_a_day() {
        LocalDate before = LocalDate.of(2027, 12, 31);
        assertThat(UNDER_NINETY.closes(before)).contains(LocalDate.of(2028, 12, 30));
        assertThat(UNDER_NINETY.at(before, LocalDate.of(2028, 12, 30))).isEqualTo(Position.WITHIN);
        assertThat(UNDER_NINETY.at(before, LocalDate.of(2028, 12, 31))).isEqualTo(Position.LATE);

        LocalDate leap = LocalDate.of(2028, 2, 29);
        assertThat(UNDER_NINETY.opens(leap)).contains(LocalDate.of(2027, 12, 2));
        assertThat(UNDER_NINETY.closes(leap)).contains(LocalDate.of(2029, 2, 28));
        assertThat(THIRTY_AND_EVER_AFTER.at(LocalDate.of(2028, 3, 30), leap))
                .isEqualTo(Position.WITHIN);
        assertThat(THIRTY_AND_EVER_AFTER.at(LocalDate.of(2028, 3, 31), leap))
                .isEqualTo(Position.EARLY);
    }

    @Test
    void is_never_counted_backwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(-1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(null, -1));
    }
}
