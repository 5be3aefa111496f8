package org.yinxin.authority.custodian;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of those who together may do what nobody may do alone.
 *
 * @param duty never changes: whoever shall have another one is another custodian
 * @param lockedUntil until when no secret is compared; null when wrong ones were few
 * @param closedAt when he was closed; null while he may act
 */
public record Custodian(
        CustodianName name,
        CustodianDuty duty,
        HashedSecret secret,
        int failures,
        @Nullable Instant lockedUntil,
        Instant addedAt,
        @Nullable Instant closedAt) {

    boolean isLocked(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }
}
