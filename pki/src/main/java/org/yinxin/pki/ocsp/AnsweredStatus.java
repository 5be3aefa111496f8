package org.yinxin.pki.ocsp;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.jspecify.annotations.Nullable;

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

    /** The structure of the protocol. */
    default CertStatus toAsn1() {
        return switch (this) {
            case Good() -> new CertStatus();
            case Revoked(Instant at, int reason) ->
                    new CertStatus(new RevokedInfo(time(at), reason(reason)));
            case Unknown() -> new CertStatus(2, DERNull.INSTANCE);
        };
    }

    private static ASN1GeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    private static @Nullable CRLReason reason(int reason) {
        return reason == 0 ? null : CRLReason.lookup(reason);
    }
}
