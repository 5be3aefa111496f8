package org.yinxin.hall.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void masks_each_kind_of_value() {
        assertThat(Masked.mobile("19900000001")).isEqualTo("199****0001");
        assertThat(Masked.identityNumber("150102199001010019")).isEqualTo("1501************19");
        assertThat(Masked.name("测试甲")).isEqualTo("测**");
        assertThat(Masked.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masked.email("agent@example.cn")).isEqualTo("a***@example.cn");
        assertThat(Masked.bankAccount("6222020000000000018")).isEqualTo("***************0018");
    }

    @Test
    void what_is_too_short_to_be_masked_is_hidden_whole() {
        assertThat(Masked.mobile("1234567")).isEqualTo("*******");
        assertThat(Masked.name("甲")).isEqualTo("*");
        assertThat(Masked.email("@x")).isEqualTo("**");
        assertThat(Masked.email("no address")).isEqualTo("**********");
        assertThat(Masked.mobile("")).isEmpty();
    }
}
