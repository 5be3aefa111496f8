package org.yinxin.pki.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant START = Instant.parse("2026-11-21T08:30:00.987Z");

    @Test
    void drops_fractions_of_a_second() {
        Validity validity = new Validity(START, START.plusSeconds(60));
        assertThat(validity.notBefore()).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
    }

    @Test
    void ends_after_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(START, START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validity(START, START.minusSeconds(1)));
    }

    @Test
    void lies_within_another_with_both_ends_included() {
        Validity outer = new Validity(START, START.plusSeconds(100));
        assertThat(outer.isWithin(outer)).isTrue();
        assertThat(new Validity(START, START.plusSeconds(101)).isWithin(outer)).isFalse();
        assertThat(new Validity(START.minusSeconds(1), START.plusSeconds(9)).isWithin(outer))
                .isFalse();
    }

    @Test
    void is_written_as_utc_time_through_2049_and_as_generalized_time_after() {
        var asn1 =
                new Validity(
                                Instant.parse("2049-12-31T23:59:59Z"),
                                Instant.parse("2050-01-01T00:00:00Z"))
                        .toAsn1();
        assertThat(asn1.getNotBefore().toASN1Primitive()).isInstanceOf(ASN1UTCTime.class);
        assertThat(asn1.getNotAfter().toASN1Primitive()).isInstanceOf(ASN1GeneralizedTime.class);
        assertThat(asn1.getNotAfter().getTime()).startsWith("20500101000000");
    }
}
