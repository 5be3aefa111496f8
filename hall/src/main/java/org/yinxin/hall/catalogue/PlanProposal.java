package org.yinxin.hall.catalogue;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a plan that somebody has proposed.
 *
 * @param base the version that was live when it was proposed; 0 for a plan that was not there
 * @param sm3 the digest of the source, in hexadecimal
 * @param source the file, YAML
 * @param proposer a reference of who proposed it
 * @param proposedBy that person's name
 */
public record PlanProposal(
        UUID id,
        PlanCode plan,
        int base,
        String sm3,
        String source,
        Instant proposedAt,
        String proposer,
        String proposedBy,
        State state) {

    /** What became of it. */
    public enum State {
        OPEN,
        RELEASED,
        WITHDRAWN
    }
}
