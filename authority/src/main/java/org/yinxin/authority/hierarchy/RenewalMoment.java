package org.yinxin.authority.hierarchy;

import java.time.Duration;
import java.time.Instant;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;

/** When a certificate of an installation's own is followed by the next: when half of its time is over. */
public final class RenewalMoment {

    private RenewalMoment() {}

    public static boolean isOver(SignedCertificate certificate, Instant now) {
        TbsCertificate tbs = certificate.tbs();
        Duration half = Duration.between(tbs.notBefore(), tbs.notAfter()).dividedBy(2);
        return now.isAfter(tbs.notBefore().plus(half));
    }
}
