package org.yinxin.pki.envelope;

/**
 * Which of the 64 octets of {@code cbEncryptedPriKey} a medium wants filled. The standard's field is twice as long as an
 * SM2 key, and the makers of media do not agree on the other half.
 */
public enum SkfKeyField {
    /** The 32 encrypted octets stand at the end; the first half is zero and not encrypted. */
    OCTETS_32,
    /** The private key is filled up with leading zeros to 64 octets, and all of them are encrypted. */
    OCTETS_64
}
