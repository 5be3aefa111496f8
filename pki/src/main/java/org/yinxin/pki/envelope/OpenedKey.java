package org.yinxin.pki.envelope;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.UndecipherableException;

/** The two secrets in every form of envelope: the symmetric key, and the private number below it. */
final class OpenedKey {

    static final int NUMBER_BYTES = 32;

    private OpenedKey() {}

    /** Opens the symmetric key; the caller wipes it. */
    static byte[] symmetric(PrivateKey signingKey, byte[] sm2Cipher) throws EnvelopeException {
        byte[] key;
        try {
            key = Sm2Encryption.decrypt(signingKey, sm2Cipher);
        } catch (UndecipherableException e) {
            throw new EnvelopeException(EnvelopeFault.WRONG_KEY);
        }
        if (key.length != Sm4Blocks.KEY_BYTES) {
            Arrays.fill(key, (byte) 0);
            throw new EnvelopeException(EnvelopeFault.MALFORMED);
        }
        return key;
    }

    /** The pair of a private number of 32 octets, or of more with zeros before it. */
    static KeyPair pair(byte[] octets) throws EnvelopeException {
        for (int i = 0; i < octets.length - NUMBER_BYTES; i++) {
            if (octets[i] != 0) {
                throw new EnvelopeException(EnvelopeFault.PUBLIC_KEY_MISMATCH);
            }
        }
        try {
            return KeyPairs.sm2(new BigInteger(1, octets));
        } catch (IllegalArgumentException e) {
            // A number out of range is no private key of any public key.
            throw new EnvelopeException(EnvelopeFault.PUBLIC_KEY_MISMATCH);
        }
    }

    /** The pair of a private number, which must belong to the public key that the envelope shows. */
    static KeyPair pair(byte[] octets, PublicKey shown) throws EnvelopeException {
        KeyPair pair = pair(octets);
        if (!pair.getPublic().equals(shown)) {
            throw new EnvelopeException(EnvelopeFault.PUBLIC_KEY_MISMATCH);
        }
        return pair;
    }
}
