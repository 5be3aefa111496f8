package org.yinxin.custody;

import java.security.PublicKey;
import org.yinxin.pki.envelope.KeyEnvelope;

/** The doors of the key management centre. Each call is work of its own on the custody's own database role. */
public interface Custody {

    /**
     * Takes an SM2 encryption key pair into escrow: one that was made ahead, or one made now when there is none. Asked again
     * with the same id, also after an attempt that died half-way, it answers the same public key and makes nothing.
     *
     * @throws WrappingKeyAwayException when the wrapping key is in a device that does not answer
     */
    PublicKey makeEncryptionKey(EscrowId id);

    /**
     * Lets a private key out, sealed for the holder of a signing key. Each call makes a new envelope and is recorded.
     *
     * <p>The first release binds the escrowed key to that signing key; later ones must be for the same.
     *
     * @throws UnknownEscrowException when there is no such key
     * @throws ReleaseRefusedException when the key was released for another signing key before
     * @throws UnavailableFormException when the form wants a signature and the custody has no key for it
     * @throws WrappingKeyAwayException when the wrapping key is in a device that does not answer
     * @throws IllegalArgumentException when the signing key is not SM2 or does not fit the form
     */
    KeyEnvelope release(EscrowId id, PublicKey recipientSigningKey, ReleaseForm form);
}
