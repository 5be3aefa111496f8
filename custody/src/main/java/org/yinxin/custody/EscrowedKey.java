package org.yinxin.custody;

import java.security.PublicKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.key.Sm3;

/**
 * One row of the escrow.
 *
 * @param releasedTo SM3 of the signing key that it was first released for; null before
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record EscrowedKey(
        EscrowId id, PublicKey publicKey, WrappedKey wrapped, byte @Nullable [] releasedTo) {

    /** Whether it was released for this signing key. */
    boolean isBoundTo(PublicKey signingKey) {
        return releasedTo != null && Arrays.equals(releasedTo, Sm3.digest(signingKey.getEncoded()));
    }

    /** Whether it was released for another signing key than the one of this SM3. */
    boolean isBoundToAnother(byte[] recipient) {
        return releasedTo != null && !Arrays.equals(releasedTo, recipient);
    }

    /** Names the row and nothing that is in it. */
    @Override
    public String toString() {
        return "EscrowedKey[" + id + "]";
    }
}
