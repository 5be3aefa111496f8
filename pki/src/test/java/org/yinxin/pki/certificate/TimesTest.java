package org.yinxin.pki.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    /** Around the years where UTCTime ends (RFC 5280, 4.1.2.5); Bouncy Castle writes the same octets. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1949-12-31T23:59:59Z",
                "1950-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2000-01-01T00:00:00Z",
                "2026-02-03T04:05:06Z",
                "2028-02-29T12:00:00Z",
                "2049-12-31T23:59:59Z",
                "2050-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void writes_what_it_reads_and_what_others_write(String when) throws IOException {
        Instant instant = Instant.parse(when);
        assertThat(Times.time(instant).getEncoded())
                .isEqualTo(new Time(Date.from(instant)).getEncoded());
        assertThat(Times.instant(Times.time(instant))).isEqualTo(instant);
    }
}
