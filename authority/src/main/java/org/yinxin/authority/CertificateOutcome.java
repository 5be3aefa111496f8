package org.yinxin.authority;

/** What became of an order for one certificate; refused as {@link IssuanceOutcome.Refused}, which leaves none behind. */
public sealed interface CertificateOutcome
        permits CertificateOutcome.Issued, IssuanceOutcome.Refused {

    /** The certificate is stored and its status is published. */
    record Issued(IssuedCertificate certificate) implements CertificateOutcome {}
}
