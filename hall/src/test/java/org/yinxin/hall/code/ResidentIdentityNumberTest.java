package org.yinxin.hall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "34052419800101001X",
                "150102199001010019",
                "15010220000229002X",
                "150102198506150039"
            })
    void accepts_valid_numbers(String number) {
        assertThat(ResidentIdentityNumber.check(number, TODAY))
                .isEqualTo(new Check.Good<>(new ResidentIdentityNumber(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x", " 110105 19491231 002Ｘ", "１１０１０５１９４９１２３１００２Ｘ"})
    void normalises_what_people_paste(String typed) {
        assertThat(ResidentIdentityNumber.check(typed, TODAY).accepted())
                .contains(new ResidentIdentityNumber("11010519491231002X"));
    }

    @ParameterizedTest
    @CsvSource({
        "440524188001010014, birthday",
        "150102199002290019, birthday",
        "150102199013010019, birthday",
        "150102199004310019, birthday",
        "150102190002290019, birthday",
        "150102199001010018, checksum",
        "990102199001010019, region",
        "150102900101001, first-generation",
        "15010219900101001, form",
        "1501021990010100199, form",
        "A50102199001010019, form",
        "1501021990０1O10019, form",
        "'', form"
    })
    void refuses_what_cannot_be_a_number(String typed, String why) {
        assertThat(ResidentIdentityNumber.check(typed, TODAY))
                .isEqualTo(new Check.Bad<>("code.identity-number." + why));
    }

    @Test
    void refuses_a_birthday_in_the_future_and_accepts_one_of_today() {
        String born = "15010220261121" + "001";
        String today = born + Checksum.residentIdentityNumber(born);
        assertThat(ResidentIdentityNumber.check(today, TODAY)).isInstanceOf(Check.Good.class);
        assertThat(ResidentIdentityNumber.check(today, TODAY.minusDays(1)))
                .isEqualTo(new Check.Bad<>("code.identity-number.birthday"));
    }

    @Test
    void refuses_an_age_that_nobody_reaches() {
        String born = "15010219000101001";
        String number = born + Checksum.residentIdentityNumber(born);
        assertThat(ResidentIdentityNumber.check(number, TODAY))
                .isEqualTo(new Check.Bad<>("code.identity-number.birthday"));
    }

    @Test
    void knows_the_birthday_and_hides_it_in_its_text_form() {
        ResidentIdentityNumber number = new ResidentIdentityNumber("15010220000229002X");
        assertThat(number.birthday()).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThat(number.toString()).doesNotContain("2000");
    }

    @Test
    void cannot_be_built_from_a_failing_number() {
        assertThatThrownBy(() -> new ResidentIdentityNumber("150102199001010018"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
