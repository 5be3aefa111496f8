package org.yinxin.custody;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a key in escrow.
 *
 * @param firstReleasedAt null before
 */
public record KeptKey(
        EscrowId id, PublicKey publicKey, Instant madeAt, @Nullable Instant firstReleasedAt) {}
