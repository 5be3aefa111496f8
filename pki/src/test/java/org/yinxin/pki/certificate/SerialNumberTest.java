package org.yinxin.pki.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SerialNumberTest {

    @Test
    void is_positive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialNumber(BigInteger.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialNumber(BigInteger.ONE.negate()));
    }

    @Test
    void has_at_most_20_octets_as_they_are_encoded() {
        assertThat(new SerialNumber(BigInteger.TWO.pow(159).subtract(BigInteger.ONE)).octets())
                .hasSize(20);
        // 2^159 has 160 bits, and a sign octet makes it 21.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialNumber(BigInteger.TWO.pow(159)));
    }

    @Test
    void random_ones_have_16_octets_and_do_not_repeat() {
        SecureRandom random = new SecureRandom();
        Set<SerialNumber> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            SerialNumber serial = SerialNumber.random(random);
            assertThat(serial.value().toByteArray()).hasSize(16);
            assertThat(seen.add(serial)).isTrue();
        }
    }

    @Test
    void its_text_is_whole_octets_and_reads_back() {
        SerialNumber serial = new SerialNumber(new BigInteger("0abc", 16));
        assertThat(serial.hex()).isEqualTo("0abc");
        assertThat(SerialNumber.ofHex("0ABC")).isEqualTo(serial);
        assertThat(SerialNumber.ofHex("abc")).isEqualTo(serial);
        assertThat(SerialNumber.ofOctets(serial.octets())).isEqualTo(serial);
    }

    @Test
    void refuses_text_that_is_no_serial() {
        for (String text : new String[] {"", "xyz", "-1", "0", "00", "1".repeat(41), " 1"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SerialNumber.ofHex(text));
        }
    }
}
