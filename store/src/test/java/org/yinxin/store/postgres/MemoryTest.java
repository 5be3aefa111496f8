package org.yinxin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void an_eighth_of_the_machine_but_neither_too_little_nor_too_much() {
        assertThat(Memory.forPages(0)).isEqualTo(128);
        assertThat(Memory.forPages(1_000)).isEqualTo(128);
        assertThat(Memory.forPages(8_192)).isEqualTo(1_024);
        assertThat(Memory.forPages(65_536)).isEqualTo(2_048);
        assertThat(Memory.forPages()).isBetween(128L, 2_048L);
    }
}
