package org.yinxin.custody;

/**
 * A private key as it lies in the database.
 *
 * @param octets format, nonce, cipher text and tag
 * @param under which wrapping key, by its fingerprint
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record WrappedKey(byte[] octets, WrappingAlgorithm algorithm, String under) {

    /** Says under which key and nothing that is in it. */
    @Override
    public String toString() {
        return "WrappedKey[" + under + "]";
    }
}
