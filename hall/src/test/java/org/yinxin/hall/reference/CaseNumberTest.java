package org.yinxin.hall.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void begins_with_year_and_month_and_has_no_letters_that_are_mistaken() {
        Random random = new Random(1);
        for (int draw = 0; draw < 500; draw++) {
            assertThat(CaseNumber.draw(YearMonth.of(2026, 3), random).text())
                    .matches("2603-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        }
    }

    @Test
    void is_read_as_people_type_it() {
        assertThat(CaseNumber.parse(" 2611-7k4m-9qtx ")).contains(new CaseNumber("2611-7K4M-9QTX"));
    }

    @Test
    void refuses_what_cannot_be_one() {
        for (String text :
                new String[] {
                    "", "2613-7K4M-9QTX", "2611-7K4M-9QT", "2611-7K4I-9QTX", "26117K4M9QTX"
                }) {
            assertThat(CaseNumber.parse(text)).isEmpty();
        }
        assertThatThrownBy(() -> new CaseNumber("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
