package org.yinxin.hall.revocation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.reference.CaseNumber;

/**
 * A change of a pair's status that somebody asked for.
 *
 * @param id also names the change when the authority is asked
 * @param reason what the authority writes into its list; only a revocation has one
 * @param caseNumber the case that asks for it; null when none does
 * @param askedBy as the journal names whoever asked
 */
public record Ending(
        UUID id,
        UUID pair,
        Deed deed,
        RevocationReason reason,
        @Nullable CaseNumber caseNumber,
        String askedBy,
        Instant askedAt,
        EndingState state) {

    boolean isFinal() {
        return deed == Deed.REVOKE || deed == Deed.SUPERSEDE;
    }
}
