package org.yinxin.custody;

import java.util.Optional;

/**
 * GCM, with tags of 16 octets, by a key wherever that is. One in a device that does not answer throws
 * {@link WrappingKeyAwayException}. Safe for use by several threads.
 */
public interface WrappingCipher {

    /**
     * Encrypts.
     *
     * @param nonce 12 octets, never the same twice
     * @param bound the result opens only with the same
     * @return the cipher text and the tag
     */
    byte[] encrypt(byte[] nonce, byte[] bound, byte[] clear);

    /** Decrypts; empty when it was altered, or made with another key, nonce or bond. */
    Optional<byte[]> decrypt(byte[] nonce, byte[] bound, byte[] sealed);
}
