package org.yinxin.hall.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AesColumnCipherTest {

    private final SecureRandom random = new SecureRandom();
    private final ColumnCipher cipher = new AesColumnCipher(key(1), random);

    @Test
    void opens_what_it_sealed() {
        assertThat(cipher.open(cipher.seal("云岭市星河路1号𠮷"))).isEqualTo("云岭市星河路1号𠮷");
        assertThat(cipher.open(cipher.seal(""))).isEmpty();
    }

    @Test
    void the_same_text_is_sealed_to_other_bytes_each_time_and_never_stands_in_them() {
        byte[] first = cipher.seal("19900000001");
        assertThat(first).isNotEqualTo(cipher.seal("19900000001"));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("1990000");
    }

    @Test
    void every_altered_byte_is_noticed() {
        byte[] sealed = cipher.seal("19900000001");
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> cipher.open(altered))
                    .isInstanceOf(UnreadableColumnException.class);
        }
    }

    @Test
    void a_value_of_another_key_and_a_stub_are_refused() {
        byte[] foreign = new AesColumnCipher(key(2), random).seal("x");
        assertThatThrownBy(() -> cipher.open(foreign))
                .isInstanceOf(UnreadableColumnException.class);
        assertThatThrownBy(() -> cipher.open(new byte[3]))
                .isInstanceOf(UnreadableColumnException.class);
    }

    @Test
    void the_index_is_stable_and_depends_on_the_key() {
        byte[] index = cipher.blindIndex("19900000001");
        assertThat(index).hasSize(32).isEqualTo(cipher.blindIndex("19900000001"));
        assertThat(index).isNotEqualTo(cipher.blindIndex("19900000002"));
        assertThat(index)
                .isNotEqualTo(new AesColumnCipher(key(2), random).blindIndex("19900000001"));
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new AesColumnCipher(new byte[32], random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[AesColumnCipher.KEY_BYTES];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
