package org.yinxin.authority;

import java.util.List;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * A certificate that came alone, as stored.
 *
 * @param certificate DER
 * @param chain DER of the issuing authority's certificate, then of the root's
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its id
public record IssuedCertificate(
        CertificateOrderId id,
        AuthorityCode authority,
        SerialNumber serial,
        byte[] certificate,
        List<byte[]> chain) {
    public IssuedCertificate {
        chain = List.copyOf(chain);
    }
}
