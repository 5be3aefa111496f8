package org.yinxin.pki.envelope;

import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SigningKey;

/**
 * Who signs envelopes: an SM2 key, and the certificate by which recipients know it.
 *
 * @param key the key, wherever it lives
 * @param certificate of this very key; it travels in each envelope
 */
public record EnvelopeSigner(SigningKey key, SignedCertificate certificate) {

    /**
     * Refuses a pair that recipients could not verify.
     *
     * @throws IllegalArgumentException when the key is not SM2 or the certificate is another key's
     */
    public EnvelopeSigner {
        if (PublicKeys.algorithmOf(key.publicKey()) != KeyAlgorithm.SM2
                || !key.publicKey().equals(CertifiedKey.of(certificate))) {
            throw new IllegalArgumentException("envelopes are signed with the certified SM2 key");
        }
    }
}
