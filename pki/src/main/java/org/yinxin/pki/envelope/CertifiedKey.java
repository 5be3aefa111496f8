package org.yinxin.pki.envelope;

import java.security.PublicKey;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.MalformedKeyException;

/** The key that a certificate is for. */
final class CertifiedKey {

    private CertifiedKey() {}

    static PublicKey of(SignedCertificate certificate) {
        try {
            return certificate.tbs().verificationKey();
        } catch (MalformedKeyException e) {
            throw new IllegalArgumentException("the certificate is for no sound key", e);
        }
    }
}
