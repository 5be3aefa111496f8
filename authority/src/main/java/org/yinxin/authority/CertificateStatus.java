package org.yinxin.authority;

import java.time.Instant;

/** The status of a serial number, as OCSP and the CRL tell it. Expiry is not a status. */
public sealed interface CertificateStatus {

    /** Issued and not revoked. */
    record Good() implements CertificateStatus {}

    /** Revoked; also every serial of an attempt that was cut off, for which no certificate was ever handed out. */
    record Revoked(Instant at, RevocationReason reason) implements CertificateStatus {}

    /** On hold (certificateHold): told as revoked, and may be resumed. */
    record Held(Instant since) implements CertificateStatus {}

    /** Never issued by that authority. */
    record Unknown() implements CertificateStatus {}
}
