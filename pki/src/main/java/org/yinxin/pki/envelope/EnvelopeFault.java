package org.yinxin.pki.envelope;

/** Why an envelope cannot be read or opened. */
public enum EnvelopeFault {
    /** Not an SM2EnvelopedKey in DER, or one with parts of a wrong size. */
    MALFORMED,
    /** The key is encrypted with something other than SM4 in ECB mode. */
    UNSUPPORTED_CIPHER,
    /** The envelope was made for another signing key, or its inside was altered. */
    WRONG_KEY,
    /** The private key inside does not belong to the public key outside. */
    PUBLIC_KEY_MISMATCH
}
