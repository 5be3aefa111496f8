package org.yinxin.custody;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** One row of the escrow. */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record EscrowedKey(
        EscrowId id,
        PublicKey publicKey,
        byte[] wrappedPrivateKey,
        String wrappedUnder,
        byte @Nullable [] releasedTo) {

    /** Names the row and nothing that is in it. */
    @Override
    public String toString() {
        return "EscrowedKey[" + id + "]";
    }
}
