package org.yinxin.authority;

import java.util.List;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * A whole pair, as stored.
 *
 * @param signCertificate DER of the signing certificate
 * @param encryptionCertificate DER of the encryption certificate
 * @param chain DER of the issuing authority's certificate, then of the root's
 */
@SuppressWarnings("ArrayRecordComponent") // pairs are compared by their ids
public record IssuedPair(
        PairOrderId id,
        AuthorityCode authority,
        SerialNumber signSerial,
        byte[] signCertificate,
        SerialNumber encryptionSerial,
        byte[] encryptionCertificate,
        List<byte[]> chain) {

    public IssuedPair {
        chain = List.copyOf(chain);
    }
}
