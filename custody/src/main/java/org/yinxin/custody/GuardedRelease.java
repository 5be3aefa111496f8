package org.yinxin.custody;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * A request for a key, as its approver must see it.
 *
 * @param recipient the one key that it may be sealed for
 * @param recipientCertificate in which that key was handed in; null for a recovery
 * @param expiresAt from then on it can be neither approved nor used
 * @param approvedBy null until somebody approves
 * @param releasedAt null until the key was let out
 */
public record GuardedRelease(
        GuardedReleaseId id,
        Ground ground,
        EscrowId escrow,
        PublicKey recipient,
        @Nullable SignedCertificate recipientCertificate,
        Custodian askedBy,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Custodian approvedBy,
        @Nullable Instant releasedAt) {

    /** Why this custodian cannot approve it now, if so. */
    Optional<GuardedRefusal> refusesApproval(Custodian custodian, Instant now) {
        if (askedBy.equals(custodian)) {
            return Optional.of(GuardedRefusal.SAME_CUSTODIAN);
        }
        if (approvedBy != null) {
            return Optional.of(GuardedRefusal.ALREADY_APPROVED);
        }
        return isExpired(now) ? Optional.of(GuardedRefusal.EXPIRED) : Optional.empty();
    }

    /** Why no key can be let out on it now by this custodian, if so. */
    Optional<GuardedRefusal> refusesRelease(Custodian custodian, Instant now) {
        if (approvedBy == null) {
            return Optional.of(GuardedRefusal.NOT_APPROVED);
        }
        if (releasedAt != null) {
            return Optional.of(GuardedRefusal.ALREADY_USED);
        }
        if (isExpired(now)) {
            return Optional.of(GuardedRefusal.EXPIRED);
        }
        return custodian.equals(askedBy) || custodian.equals(approvedBy)
                ? Optional.empty()
                : Optional.of(GuardedRefusal.NOT_ONE_OF_THE_TWO);
    }

    private boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
