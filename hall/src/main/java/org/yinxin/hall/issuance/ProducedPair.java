package org.yinxin.hall.issuance;

import java.util.List;
import java.util.UUID;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * What the key medium needs. Nothing in it is secret to anybody but the holder of the signing key.
 *
 * @param chain DER of the issuing authority's certificate, then of the root's
 * @param envelope SM2EnvelopedKey, DER
 * @param toSign what the signing key has to sign to prove itself
 * @param encrypted SM2Cipher (DER), which the encryption key has to open to prove itself
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id
public record ProducedPair(
        UUID id,
        SerialNumber signSerial,
        byte[] signCertificate,
        SerialNumber encryptionSerial,
        byte[] encryptionCertificate,
        List<byte[]> chain,
        byte[] envelope,
        byte[] toSign,
        byte[] encrypted) {

    public ProducedPair {
        chain = List.copyOf(chain);
    }
}
