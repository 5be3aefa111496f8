package org.yinxin.custody;

import java.security.PublicKey;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;
import org.yinxin.pki.key.MalformedKeyException;

/**
 * Takes a key out of its wrapping and into an envelope. This is the only place where a private key is in clear, and it is
 * never called inside a transaction: the wrapping key may be in a device.
 */
final class SealKey {

    private final Means means;

    SealKey(Means means) {
        this.means = means;
    }

    /**
     * Seals a key for one recipient.
     *
     * @throws UnavailableFormException when the custody cannot sign and the form wants it
     * @throws IllegalArgumentException when the recipient's key is not SM2 or does not fit the form
     */
    KeyEnvelope seal(EscrowedKey key, PublicKey recipient, ReleaseForm form) {
        return encoder(form)
                .seal(
                        recipient,
                        means.wrapping().unwrap(key.id().value(), key.publicKey(), key.wrapped()),
                        means.random());
    }

    /** Whether a key can be sealed for this recipient in this form. */
    boolean offers(ReleaseForm form, PublicKey recipient) {
        return switch (form) {
            case ReleaseForm.Sm2Enveloped _, ReleaseForm.SkfBlob _ -> true;
            case ReleaseForm.SignedAndEnveloped(var certificate) ->
                    means.envelopeSigner().isPresent() && isFor(certificate, recipient);
        };
    }

    private static boolean isFor(SignedCertificate certificate, PublicKey key) {
        try {
            return certificate.tbs().verificationKey().equals(key);
        } catch (MalformedKeyException e) {
            return false;
        }
    }

    private KeyEnvelopeEncoder encoder(ReleaseForm form) {
        return switch (form) {
            case ReleaseForm.Sm2Enveloped() -> new KeyEnvelopeEncoder.Sm2Enveloped();
            case ReleaseForm.SkfBlob(var field) -> new KeyEnvelopeEncoder.SkfBlob(field);
            case ReleaseForm.SignedAndEnveloped(var recipient) ->
                    new KeyEnvelopeEncoder.SignedAndEnveloped(
                            means.envelopeSigner()
                                    .orElseThrow(() -> new UnavailableFormException(form)),
                            recipient);
        };
    }
}
