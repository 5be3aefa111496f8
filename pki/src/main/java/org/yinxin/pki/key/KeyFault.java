package org.yinxin.pki.key;

/** Why some bytes are not a public key that we would certify. */
public enum KeyFault {
    /** Not a SubjectPublicKeyInfo in DER, or one with a broken key inside. */
    MALFORMED,
    /** A well-formed key of a kind, curve, size or exponent that we do not certify. */
    UNSUPPORTED,
    /** An RSA modulus below 2048 bits. */
    TOO_SMALL,
    /** Coordinates that do not satisfy the equation of the named curve. */
    POINT_NOT_ON_CURVE
}
