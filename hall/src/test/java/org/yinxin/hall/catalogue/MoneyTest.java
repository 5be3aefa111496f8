package org.yinxin.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void counts_in_fen_and_shows_yuan() {
        assertThat(Money.yuan("280")).isEqualTo(new Money(28000)).hasToString("280.00");
        assertThat(Money.yuan("0.01").plus(Money.yuan("0.1"))).hasToString("0.11");
        assertThat(Money.ZERO).isLessThan(new Money(1));
    }

    @Test
    void refuses_what_is_no_amount() {
        assertThatThrownBy(() -> Money.yuan("1.001")).hasMessageContaining("not an amount");
        assertThatThrownBy(() -> Money.yuan("x")).hasMessageContaining("not an amount");
        assertThatThrownBy(() -> Money.yuan("1e30")).hasMessageContaining("not an amount");
        assertThatThrownBy(() -> new Money(-1)).hasMessageContaining("not negative");
    }
}
