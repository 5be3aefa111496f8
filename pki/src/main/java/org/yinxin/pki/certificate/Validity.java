package org.yinxin.pki.certificate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when to when a certificate is valid, both ends included, in whole seconds of UTC.
 *
 * <p>Encoded as UTCTime through 2049 and as GeneralizedTime from 2050 on (RFC 5280, 4.1.2.5; GM/T 0015-2012, 5.2).
 */
public record Validity(Instant notBefore, Instant notAfter) {

    /** Drops fractions of a second, which a certificate cannot say. */
    public Validity {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("a validity ends after it begins");
        }
    }

    public boolean isWithin(Validity outer) {
        return !notBefore.isBefore(outer.notBefore) && !notAfter.isAfter(outer.notAfter);
    }

    org.bouncycastle.asn1.x509.Validity toAsn1() {
        return new org.bouncycastle.asn1.x509.Validity(Times.time(notBefore), Times.time(notAfter));
    }
}
