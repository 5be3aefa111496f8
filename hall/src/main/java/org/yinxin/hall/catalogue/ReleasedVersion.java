package org.yinxin.hall.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan, as the back office shows it.
 *
 * @param version counted from 1
 * @param sm3 the digest of the source, in hexadecimal
 * @param since when it was released
 * @param proposedBy the name of who proposed it; null for one that came with the program
 * @param releasedBy the name of who released it; null for one that came with the program
 */
public record ReleasedVersion(
        PlanCode plan,
        int version,
        String sm3,
        Instant since,
        @Nullable String proposedBy,
        @Nullable String releasedBy) {}
