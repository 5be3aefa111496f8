package org.yinxin.authority.key.pkcs11;

import java.time.Clock;
import java.util.Optional;
import javax.crypto.Cipher;
import org.yinxin.authority.key.KeyStoreUnavailableException;

/**
 * AES in GCM (CKM_AES_GCM, tags of 16 octets) by a secret key that a PKCS#11 token holds and never gives away. The key is made with the
 * tool of the token's maker, and never by this program: a new one in the wrong token would open nothing.
 *
 * <p>The token is connected to when it is first used, and anew when it broke, as {@link Pkcs11AuthorityKeys} does. Safe for use by several threads.
 */
public final class TokenCipher {

    private final LastingToken token;
    private final String key;

    /**
     * With that key.
     *
     * @param key its label; there must be no other secret key of this label
     */
    public TokenCipher(Pkcs11Settings settings, String key, Clock clock) {
        this.token = new LastingToken(settings, clock);
        this.key = key;
    }

    /**
     * Encrypts.
     *
     * @param nonce 12 octets, never used twice with this key
     * @param bound what the result is bound to: it opens only with the same
     * @return the cipher text and the tag
     * @throws KeyStoreUnavailableException when the token does not
     */
    public byte[] encrypt(byte[] nonce, byte[] bound, byte[] clear) {
        return token.use(each -> each.gcm(Cipher.ENCRYPT_MODE, key, nonce, bound, clear))
                .orElseThrow();
    }

    /**
     * Decrypts what {@link #encrypt} has answered.
     *
     * @return empty when it was altered, or made with another key, nonce or bond
     * @throws KeyStoreUnavailableException when the token does not
     */
    public Optional<byte[]> decrypt(byte[] nonce, byte[] bound, byte[] sealed) {
        return token.use(each -> each.gcm(Cipher.DECRYPT_MODE, key, nonce, bound, sealed));
    }

    @Override
    public String toString() {
        return "TokenCipher[" + key + " in " + token + "]";
    }
}
