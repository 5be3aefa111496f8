package org.yinxin.custody;

import java.security.PublicKey;
import org.yinxin.pki.envelope.KeyEnvelope;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;

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
