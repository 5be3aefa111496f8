package org.yinxin.pki.ocsp;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;

/** What is answered about one certificate (RFC 6960, 2.2). */
public sealed interface AnsweredStatus {

    record Good() implements AnsweredStatus {}

    /**
     * Revoked.
     *
     * @param reason the number of the CRLReason; 0, unspecified, is left out
     */
    record Revoked(Instant at, int reason) implements AnsweredStatus {}

    record Unknown() implements AnsweredStatus {}

    /** CertStatus in DER. */
    default byte[] encoded() {
        return switch (this) {
            case Good() -> new byte[] {(byte) 0x80, 0};
            case Revoked(Instant at, int reason) ->
                    Der.encode(new CertStatus(new RevokedInfo(time(at), reason(reason))));
            case Unknown() -> new byte[] {(byte) 0x82, 0};
        };
    }

    private static ASN1GeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    private static @Nullable CRLReason reason(int reason) {
        return reason == 0 ? null : CRLReason.lookup(reason);
    }
}
