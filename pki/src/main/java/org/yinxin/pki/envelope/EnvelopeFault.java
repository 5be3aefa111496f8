package org.yinxin.pki.envelope;

/** Why an envelope cannot be read or opened. */
public enum EnvelopeFault {
    /** Not the structure it was taken for, or one with parts of a wrong size. */
    MALFORMED,
    /** Something in it is encrypted, digested or signed in a way that its form does not provide for here. */
    UNSUPPORTED_CIPHER,
    /** The envelope was made for another signing key, or its inside was altered. */
    WRONG_KEY,
    /** The private key inside does not belong to the public key outside. */
    PUBLIC_KEY_MISMATCH,
    /** It names another signer than the one that is trusted. */
    UNKNOWN_SIGNER,
    /** The trusted signer did not sign what is inside. */
    BAD_SIGNATURE
}
