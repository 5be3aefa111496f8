package org.yinxin.authority.lint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.yinxin.pki.certificate.TbsCertificate;

/** UTCTime through 2049, GeneralizedTime from 2050 on. */
final class TimesAreEncodedByYear implements CertificateRule {

    private static final int FIRST_GENERALIZED = 2050;

    @Override
    public String clause() {
        return "GM/T 0015-2012 5.2; RFC 5280 4.1.2.5";
    }

    @Override
    public Optional<String> violation(LintedCertificate certificate) {
        TbsCertificate tbs = certificate.tbs();
        return fits(tbs.structure().getStartDate(), tbs.notBefore())
                        && fits(tbs.structure().getEndDate(), tbs.notAfter())
                ? Optional.empty()
                : Optional.of("a time is written in the wrong type for its year");
    }

    private static boolean fits(Time time, Instant instant) {
        boolean early = instant.atOffset(ZoneOffset.UTC).getYear() < FIRST_GENERALIZED;
        return early == time.toASN1Primitive() instanceof ASN1UTCTime;
    }
}
