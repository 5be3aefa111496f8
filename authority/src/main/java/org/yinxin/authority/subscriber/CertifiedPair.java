package org.yinxin.authority.subscriber;

import java.time.Instant;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.SignedCertificate;

/** A pair in the register, whole, with its statuses of now. */
public record CertifiedPair(
        PairOrderId order,
        AuthorityCode authority,
        CertifiedSubscriber subscriber,
        Half signing,
        Half encryption) {

    /** One of its two certificates. */
    public record Half(SignedCertificate certificate, CertificateStatus status) {

        public boolean isWithinValidity(Instant at) {
            return !at.isBefore(certificate.tbs().notBefore())
                    && !at.isAfter(certificate.tbs().notAfter());
        }
    }
}
