package org.yinxin.custody;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.yinxin.pki.key.BouncyCastle;

/** By a key in memory, with Bouncy Castle. */
record MemoryCipher(SecretKey key, WrappingAlgorithm algorithm) implements WrappingCipher {

    private static final int TAG_BITS = 128;

    @Override
    public byte[] encrypt(byte[] nonce, byte[] bound, byte[] clear) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle knows " + algorithm.label(), e);
        }
    }

    @Override
    public Optional<byte[]> decrypt(byte[] nonce, byte[] bound, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(sealed));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle knows " + algorithm.label(), e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(algorithm.transformation(), BouncyCastle.PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    /** Says which kind of key it is and never what it is. */
    @Override
    public String toString() {
        return "MemoryCipher[" + algorithm + "]";
    }
}
