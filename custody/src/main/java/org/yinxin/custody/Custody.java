package org.yinxin.custody;

import java.security.PublicKey;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;

/** The doors of the key management centre. Each call is a transaction of its own on the custody's own database role. */
public interface Custody {

    /**
     * Makes an SM2 encryption key pair and takes it into escrow. Asked again with the same id, it answers the same public
     * key and makes nothing.
     */
    PublicKey makeEncryptionKey(EscrowId id);

    /**
     * Lets a private key out, sealed for the holder of a signing key. Each call makes a new envelope and is recorded.
     *
     * <p>The first release binds the escrowed key to that signing key; later ones must be for the same.
     *
     * @throws UnknownEscrowException when there is no such key
     * @throws ReleaseRefusedException when the key was released for another signing key before
     */
    Sm2EnvelopedKey release(EscrowId id, PublicKey recipientSigningKey);
}
